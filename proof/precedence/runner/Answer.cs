namespace Maskinflytt.Proof.Precedence;

/// <summary>What was seen of one start; <c>Error</c> when the app ended before it was built.</summary>
public sealed record Answer(
    string Id,
    string? Error,
    IReadOnlyDictionary<string, string?> Values,
    IReadOnlyList<string> Sources,
    IReadOnlyDictionary<string, Asked> Clients
);

/// <summary>With what a client came to Maskinporten; <c>Error</c> when it never came so far.</summary>
public sealed record Asked(string? Error, string ClientId, string Kid, string SignedBy, string Authority);
