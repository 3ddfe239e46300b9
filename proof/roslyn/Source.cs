using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Maskinflytt.Proof.Roslyn;

public static class Source
{
    private static readonly Encoding _strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>As the compiler reads a file: by its byte-order mark, else UTF-8, else the old code page.</summary>
    public static SyntaxTree Parse(string path, CSharpParseOptions reading)
    {
        byte[] bytes = File.ReadAllBytes(path);
        return CSharpSyntaxTree.ParseText(TextOf(bytes), reading, path);
    }

    private static SourceText TextOf(byte[] bytes)
    {
        try
        {
            return SourceText.From(bytes, bytes.Length, _strict);
        }
        catch (DecoderFallbackException)
        {
            return SourceText.From(bytes, bytes.Length, Encoding.Latin1);
        }
    }
}
