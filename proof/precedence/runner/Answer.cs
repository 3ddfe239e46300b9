namespace Maskinflytt.Proof.Precedence;

/// <summary>
/// What was seen of one start; <c>Error</c> when the app ended before it was built, with the methods it came through.
/// </summary>
public sealed record Answer(
    string Id,
    string? Error,
    IReadOnlyList<string> Through,
    IReadOnlyDictionary<string, string?> Values,
    IReadOnlyList<string> Sources,
    IReadOnlyDictionary<string, Asked> Clients
);

/// <summary>With what a client came to Maskinporten; <c>Error</c> when it never came so far.</summary>
public sealed record Asked(string? Error, string ClientId, string Kid, string SignedBy, string Authority);
