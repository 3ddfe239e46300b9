namespace Maskinflytt.Proof.Precedence;

/// <summary>What is to be run: apps in the worlds around them. <c>Keys</c> are the ones that Maskinporten may meet, by their owner.</summary>
public sealed record Request(
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Keys,
    IReadOnlyDictionary<string, IReadOnlyList<Library>> Libraries,
    IReadOnlyList<Start> Starts
);

/// <summary>One that is compiled of its sources, or lies in a file with what it needs; each may refer to those before it.</summary>
public sealed record Library(
    string Name,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<string> Files
);

/// <summary>One start of one app; <c>Fresh</c> when its libraries must not have met another.</summary>
public sealed record Start(
    string Id,
    string Libraries,
    IReadOnlyList<string> Sources,
    string Folder,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyList<string> Clients,
    bool Fresh
);
