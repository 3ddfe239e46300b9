using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Maskinflytt.Proof.Roslyn;

/// <summary>The compilations of all jobs, each made once, when it or one that refers to it is first asked for.</summary>
public sealed class CompilationSet(IEnumerable<Job> jobs)
{
    private readonly Dictionary<string, Job> _jobs = jobs.ToDictionary(job => job.Id);
    private readonly ConcurrentDictionary<string, Lazy<CSharpCompilation>> _made = new();
    private readonly ConcurrentDictionary<string, Lazy<MetadataReference>> _images = new();
    private readonly References _references = new();

    public CSharpCompilation Of(string id) => _made.GetOrAdd(id, _ => new(() => Make(_jobs[id]))).Value;

    private CSharpCompilation Make(Job job)
    {
        CSharpParseOptions reading = new(
            Language(job.Language),
            DocumentationMode.None,
            preprocessorSymbols: job.Symbols
        );
        CSharpCompilationOptions options = new(
            job.Executable ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: Nullable(job.Nullable),
            warningLevel: job.WarningLevel,
            specificDiagnosticOptions: job.SilentWarnings.Select(code => KeyValuePair.Create(code, ReportDiagnostic.Suppress)),
            concurrentBuild: false
        );
        IEnumerable<SyntaxTree> sources = job.Sources.Select(path => Source.Parse(path, reading));
        if (job.Generated != "")
            sources = sources.Append(CSharpSyntaxTree.ParseText(job.Generated, reading, "Generated.g.cs"));
        IEnumerable<MetadataReference> own = job.Uses.Select(ImageOf);
        return CSharpCompilation.Create(job.Assembly, sources, [.. _references.Of(job.References), .. own], options);
    }

    /// <summary>
    /// What others refer to. One that does not compile has no image; its symbols serve, so that its errors are told once.
    /// </summary>
    private MetadataReference ImageOf(string id) => _images.GetOrAdd(id, _ => new(() => MakeImage(Of(id)))).Value;

    private static MetadataReference MakeImage(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        bool emitted = compilation.Emit(image, options: new(metadataOnly: true, includePrivateMembers: true)).Success;
        return emitted ? MetadataReference.CreateFromImage(image.ToArray()) : compilation.ToMetadataReference();
    }

    private static LanguageVersion Language(string version) =>
        LanguageVersionFacts.TryParse(version, out LanguageVersion parsed)
            ? parsed
            : throw new ArgumentException($"not a version of C#: {version}");

    private static NullableContextOptions Nullable(string setting) =>
        setting.ToLowerInvariant() switch
        {
            "enable" => NullableContextOptions.Enable,
            "warnings" => NullableContextOptions.Warnings,
            "annotations" => NullableContextOptions.Annotations,
            _ => NullableContextOptions.Disable,
        };
}
