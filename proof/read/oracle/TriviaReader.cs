using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadOracle;

sealed class TriviaReader
{
    public List<Area> Comments { get; } = [];

    public List<Area> Directives { get; } = [];

    /// <summary>What does not take part: the conditional directives, and the branches that are not taken.</summary>
    public List<Area> Inactive { get; } = [];

    public TriviaReader(SyntaxNode root)
    {
        foreach (var trivia in root.DescendantTrivia())
        {
            var area = new Area(trivia.FullSpan.Start, trivia.FullSpan.End);
            if (trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
                Comments.Add(area);
            else if (trivia.IsKind(SyntaxKind.DisabledTextTrivia))
                Inactive.Add(area);
            else if (trivia.GetStructure() is DirectiveTriviaSyntax directive)
                (IsConditional(directive) || !directive.IsActive ? Inactive : Directives).Add(area);
        }
    }

    static bool IsConditional(DirectiveTriviaSyntax directive) =>
        directive is BranchingDirectiveTriviaSyntax or EndIfDirectiveTriviaSyntax;
}
