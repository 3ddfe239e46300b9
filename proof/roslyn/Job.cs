namespace Maskinflytt.Proof.Roslyn;

/// <summary>What one run of the compiler is given; <c>Uses</c> names the jobs that it refers to.</summary>
public sealed record Job(
    string Id,
    string Assembly,
    bool Executable,
    string Language,
    string Nullable,
    int WarningLevel,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<string> SilentWarnings,
    string Generated,
    IReadOnlyList<string> Sources,
    IReadOnlyList<string> References,
    IReadOnlyList<string> Uses
);

/// <summary>An error or a warning of the compiler; line and column count from 1.</summary>
public sealed record Told(string Code, string Severity, string File, int Line, int Column, string Message);
