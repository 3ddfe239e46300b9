using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadOracle;

static class Errors
{
    public static IReadOnlyList<SyntaxError> Of(SyntaxNode root) =>
        root.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic =>
            {
                var span = diagnostic.Location.SourceSpan;
                return new SyntaxError(diagnostic.Id, span.Start, span.End, BlockAround(root, span));
            })
            .ToList();

    static Area BlockAround(SyntaxNode root, TextSpan span)
    {
        var at = Math.Min(span.Start, Math.Max(0, root.FullSpan.End - 1));
        var node = root.FullSpan.IsEmpty ? root : root.FindToken(at).Parent ?? root;
        while (node.Parent is { } parent && !node.FullSpan.Contains(span))
            node = parent;
        return BlockAround(node);
    }

    /// <summary>The innermost list of statements or members around a node; the file when there is none.</summary>
    public static Area BlockAround(SyntaxNode node)
    {
        foreach (var outer in node.AncestorsAndSelf())
        {
            if (outer is BlockSyntax or CompilationUnitSyntax)
                return outer.Area();
            if (outer is BaseTypeDeclarationSyntax { OpenBraceToken.RawKind: not (int)SyntaxKind.None } type)
                return new Area(type.OpenBraceToken.SpanStart, type.Span.End);
        }
        return node.Area();
    }
}
