using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadOracle;

static class TextReader
{
    /// <summary>Literals of strings and characters with the text that they stand for.</summary>
    public static IReadOnlyList<TextFact> Literals(SyntaxNode root) =>
        root.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(literal => literal.Kind() is SyntaxKind.StringLiteralExpression or SyntaxKind.CharacterLiteralExpression)
            .Select(literal => new TextFact(literal.Area(), Wire.Spelled(literal.Token.ValueText)))
            .ToList();

    public static IReadOnlyList<InterpolationFact> Interpolations(SyntaxNode root) =>
        root.DescendantNodes().OfType<InterpolatedStringExpressionSyntax>().Select(Read).ToList();

    static bool IsRaw(InterpolatedStringExpressionSyntax text) =>
        text.StringStartToken.Kind() is SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;

    static InterpolationFact Read(InterpolatedStringExpressionSyntax text)
    {
        var texts = new List<string> { "" };
        var holes = new List<Area>();
        foreach (var content in text.Contents)
        {
            if (content is InterpolationSyntax hole)
            {
                holes.Add(hole.Expression.Area());
                texts.Add("");
            }
            else if (content is InterpolatedStringTextSyntax piece)
            {
                texts[^1] += IsRaw(text) ? piece.TextToken.ValueText : piece.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}");
            }
        }
        return new InterpolationFact(text.Area(), texts.ConvertAll(Wire.Spelled), holes);
    }
}
