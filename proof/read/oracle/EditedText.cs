using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadOracle;

/// <summary>A text before or after an edit, with the stretches that the other one does not have.</summary>
sealed class EditedText
{
    readonly List<SyntaxToken> tokens;
    readonly List<SyntaxTrivia> comments;
    readonly IReadOnlyList<Area> stretches;
    readonly Dictionary<int, int> keptBefore = [];

    public SyntaxNode Root { get; }

    public EditedText(string text, IReadOnlyList<string> symbols, IReadOnlyList<Area> stretches)
    {
        this.stretches = stretches.Where(area => area.End > area.Start).ToList();
        Root = Reading.Parse(SourceText.From(text), symbols).GetRoot();
        tokens = Root.DescendantTokens().Where(token => token.Span.Length > 0).ToList();
        comments = Root.DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.DisabledTextTrivia
                || trivia.IsDirective)
            .ToList();
        var kept = 0;
        foreach (var token in tokens)
        {
            keptBefore[token.SpanStart] = kept;
            if (!IsInside(token.Span))
                kept++;
        }
    }

    public IEnumerable<string> Kept => tokens.Where(token => !IsInside(token.Span)).Select(token => token.Text);

    public IEnumerable<string> All => tokens.Select(token => token.Text);

    public IEnumerable<string> KeptComments => comments.Where(comment => !IsInside(comment.Span)).Select(Written);

    public IEnumerable<string> AllComments => comments.Select(Written);

    public IEnumerable<string> Cut =>
        tokens.Select(token => token.Span).Concat(comments.Where(comment => !comment.IsDirective).Select(comment => comment.Span))
            .Where(IsCut)
            .Select(span => $"`{Root.GetText().ToString(span)}`");

    /// <summary>
    /// Statements, declarations and functions, each by the first and the last of the kept tokens in it; those of which
    /// nothing is kept are the edit's own.
    /// </summary>
    public IReadOnlySet<string> Structure => Root.DescendantNodes()
        .Where(node => node is StatementSyntax or MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or ElseClauseSyntax
            or UsingDirectiveSyntax or SwitchSectionSyntax or CatchClauseSyntax)
        .Select(Place)
        .OfType<string>()
        .ToHashSet();

    string? Place(SyntaxNode node)
    {
        var kept = node.DescendantTokens().Where(token => token.Span.Length > 0 && !IsInside(token.Span)).ToList();
        if (kept.Count == 0)
            return null;
        return $"{node.Kind()} {keptBefore[kept[0].SpanStart]}-{keptBefore[kept[^1].SpanStart]}";
    }

    /// <summary>
    /// Tokens that go and do not belong to a whole statement, declaration or `else` that goes; a comma goes with a
    /// variable of several.
    /// </summary>
    public IEnumerable<string> PartsOfStatements() => tokens
        .Where(token => IsInside(token.Span) && !token.IsKind(SyntaxKind.CommaToken) && !(token.Parent?.AncestorsAndSelf().Any(GoesWhole) ?? false))
        .Select(token => token.Text);

    bool GoesWhole(SyntaxNode node) =>
        node is StatementSyntax or MemberDeclarationSyntax or ElseClauseSyntax or VariableDeclaratorSyntax
        && node.DescendantTokens().All(token => token.Span.Length == 0 || IsInside(token.Span));

    static string Written(SyntaxTrivia comment) => comment.ToString().TrimEnd();

    bool IsInside(TextSpan span) => stretches.Any(area => area.Start <= span.Start && span.End <= area.End);

    bool IsCut(TextSpan span) => stretches.Any(area =>
        (area.Start > span.Start && area.Start < span.End) || (area.End > span.Start && area.End < span.End));
}
