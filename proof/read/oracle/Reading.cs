using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ReadOracle;

static class Reading
{
    static readonly IReadOnlyList<MetadataReference> Platform = new[]
    {
        typeof(object).Assembly,
        typeof(Enumerable).Assembly,
        typeof(Console).Assembly,
    }.Select(assembly => (MetadataReference)MetadataReference.CreateFromFile(assembly.Location)).ToList();

    public static IEnumerable<object> Of(Job job)
    {
        var files = (job.Files ?? []).Select(file => (file, text: Read(Path.Combine(job.Root ?? "", file.Path)))).ToList();
        foreach (var (file, text) in files)
            foreach (var symbols in file.SymbolSets)
                yield return SyntaxOf(job.Id, file.Path, text, symbols);
        foreach (var symbols in job.SymbolSets ?? [])
            foreach (var meaning in MeaningsOf(job.Id, files.ConvertAll(one => (one.file.Path, one.text)), symbols))
                yield return meaning;
    }

    /// <summary>As the compiler reads a file: by its byte-order mark, else as UTF-8, else as what Windows wrote once.</summary>
    static SourceText Read(string path)
    {
        using var stream = File.OpenRead(path);
        try
        {
            return SourceText.From(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), SourceHashAlgorithm.Sha256);
        }
        catch (DecoderFallbackException)
        {
            stream.Position = 0;
            return SourceText.From(stream, CodePagesEncodingProvider.Instance.GetEncoding(1252), SourceHashAlgorithm.Sha256);
        }
    }

    public static SyntaxTree Parse(SourceText text, IReadOnlyList<string> symbols, string path = "")
    {
        // Comments for documentation as the other comments: their text is not looked into.
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None, SourceCodeKind.Regular, symbols);
        return CSharpSyntaxTree.ParseText(text, options, path);
    }

    static SyntaxFacts SyntaxOf(string job, string file, SourceText text, IReadOnlyList<string> symbols)
    {
        var root = Parse(text, symbols).GetRoot();
        var trivia = new TriviaReader(root);
        return new SyntaxFacts(
            "syntax",
            job,
            file,
            symbols,
            text.Length,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(text.ToString()))),
            Errors.Of(root),
            CallReader.Of(root),
            DeclarationReader.Usings(root),
            DeclarationReader.Types(root),
            DeclarationReader.Members(root),
            trivia.Comments,
            trivia.Directives,
            trivia.Inactive,
            TextReader.Literals(root),
            TextReader.Interpolations(root));
    }

    static IEnumerable<MeaningFacts> MeaningsOf(string job, List<(string Path, SourceText Text)> files, IReadOnlyList<string> symbols)
    {
        var trees = files.Select(file => Parse(file.Text, symbols, file.Path)).ToList();
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, allowUnsafe: true, concurrentBuild: false);
        var compilation = CSharpCompilation.Create("app", trees, Platform, options);
        return trees.Select(tree => MeaningReader.Of(job, tree.FilePath, symbols, compilation.GetSemanticModel(tree)));
    }
}
