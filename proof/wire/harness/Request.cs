using Maskinflytt.Proof.Roslyn;

namespace Maskinflytt.Proof.Wire;

/// <summary>Apps to compile, and how each is to be run. <c>Keys</c> are all that Maskinporten may meet, by the name of their owner.</summary>
public sealed record Request(
    IReadOnlyDictionary<string, PublicKey> Keys,
    IReadOnlyDictionary<string, string> Clients,
    IReadOnlyList<string> Folders,
    IReadOnlyList<Job> Jobs,
    IReadOnlyList<string> Beside,
    IReadOnlyList<Start> Starts
);

/// <summary>The modulus and exponent of an RSA key, as a JWK has them.</summary>
public sealed record PublicKey(string N, string E);

/// <summary>One start of one app in one folder, in one environment.</summary>
public sealed record Start(
    string Id,
    string Job,
    string Folder,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Sections,
    IReadOnlyList<Deed> Deeds
);

/// <summary>
/// <c>clients</c> sends a request through every client by name, <c>authorized-clients</c> with a header of the app's own,
/// <c>refused-clients</c> to a target that says 401 once, and <c>classes</c> calls the app's classes that ask for tokens.
/// </summary>
public enum Deed
{
    Clients,
    AuthorizedClients,
    RefusedClients,
    Services,
    Classes,
}
