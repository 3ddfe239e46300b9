using Microsoft.CodeAnalysis;

namespace ReadOracle;

static class Areas
{
    public static Area Area(this SyntaxNode node) => new(node.SpanStart, node.Span.End);

    public static Area Area(this SyntaxToken token) => new(token.SpanStart, token.Span.End);

    /// <summary>The tokens one after the other, without what stands between them.</summary>
    public static string Bare(this SyntaxNode node) => string.Concat(node.DescendantTokens().Select(token => token.Text));
}
