namespace Maskinflytt.Proof.Wire;

/// <summary><c>Error</c> is what ended the app before it was built.</summary>
public sealed record Answer(
    string Id,
    string? Error,
    IReadOnlyList<string> Providers,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, Setting>> Sections,
    IReadOnlyList<Seen> Seen
)
{
    public static Answer Ended(string id, string error) =>
        new(id, error, [], new Dictionary<string, IReadOnlyDictionary<string, Setting>>(), []);
}

/// <summary>A value, and the provider that supplies it: its place in the list.</summary>
public sealed record Setting(string? Value, int Provider);

/// <summary>What one client, or one method, did.</summary>
public sealed record Seen(Deed Deed, string Name, string? Error, IReadOnlyList<Message> Messages);

/// <summary>One request as it came over the wire.</summary>
public sealed record Message(string Kind, string Uri, Grant? Grant, Token? Token, string? Scheme, int Status);

/// <summary>Null for a claim that is not there. <c>SignedBy</c> is the owner of the key, or nobody.</summary>
public sealed record Grant(
    string? Issuer,
    string? Scope,
    string? Audience,
    string? Resource,
    string? ConsumerOrg,
    string? Kid,
    string SignedBy,
    bool Accepted
);

/// <summary>A token as it stands in the header: of whom, and whether it is all there.</summary>
public sealed record Token(string Written, string? ClientId, string? Scope, bool Exchanged, string? ExchangedAt);
