using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Maskinflytt.Proof.Precedence;

/// <summary>Compiles in memory, against the framework that this runs on.</summary>
public static class Compiler
{
    private static readonly ImmutableArray<string> s_paths =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) != Path.GetDirectoryName(typeof(Compiler).Assembly.Location)),
    ];

    private static readonly ImmutableArray<MetadataReference> s_framework =
    [
        .. s_paths.Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableHashSet<string> s_names = [.. s_paths.Select(path => Path.GetFileName(path))];

    /// <summary>Whether the framework has an assembly itself, so that a package's older one is not wanted.</summary>
    public static bool IsOfFramework(string file) => s_names.Contains(Path.GetFileName(file));

    public static byte[] Compile(
        string name,
        OutputKind kind,
        IEnumerable<string> sources,
        IEnumerable<string> symbols,
        IEnumerable<MetadataReference> references
    )
    {
        CSharpParseOptions reading = new(LanguageVersion.Latest, preprocessorSymbols: symbols);
        CSharpCompilationOptions options = new(
            kind,
            nullableContextOptions: NullableContextOptions.Enable,
            optimizationLevel: OptimizationLevel.Release
        );
        var trees = sources.Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), reading, path));
        var compilation = CSharpCompilation.Create(name, trees, [.. s_framework, .. references], options);
        using MemoryStream image = new();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            var errors = result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(3);
            throw new InvalidProgramException($"{name} does not compile: {string.Join("; ", errors)}");
        }
        return image.ToArray();
    }
}
