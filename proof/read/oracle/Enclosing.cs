using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadOracle;

/// <summary>What stands around a node, as far as it decides whether and when the node runs.</summary>
static class Enclosing
{
    /// <summary>From the inside out: kind, start, end and what else matters, in one string each.</summary>
    public static IReadOnlyList<string> Of(SyntaxNode node)
    {
        var found = new List<string>();
        var inner = node;
        foreach (var outer in node.Ancestors())
        {
            if (Kind(outer, inner) is { } kind)
                found.Add($"{kind.Name} {kind.Node.SpanStart} {kind.Node.Span.End}{kind.Detail}");
            inner = outer;
        }
        return found;
    }

    static (string Name, SyntaxNode Node, string Detail)? Kind(SyntaxNode outer, SyntaxNode inner) => (outer, inner) switch
    {
        (IfStatementSyntax statement, StatementSyntax) => ("if", statement, inner is BlockSyntax ? " then {}" : " then"),
        (ElseClauseSyntax clause, StatementSyntax) => ("if", clause.Parent!, inner is BlockSyntax ? " else {}" : " else"),
        // The grammar makes a section of each label: what counts is the switch.
        (SwitchSectionSyntax, _) => ("switch", outer.Parent!, ""),
        (ForStatementSyntax loop, _) when inner != loop.Declaration && !loop.Initializers.Contains(inner) => ("loop", outer, ""),
        (CommonForEachStatementSyntax loop, _) when inner != loop.Expression => ("loop", outer, ""),
        (WhileStatementSyntax or DoStatementSyntax, _) => ("loop", outer, ""),
        (TryStatementSyntax, CatchClauseSyntax) => ("try", outer, " catch"),
        (TryStatementSyntax, FinallyClauseSyntax) => ("try", outer, " finally"),
        (TryStatementSyntax, _) => ("try", outer, " body"),
        (ConditionalExpressionSyntax choice, _) when inner != choice.Condition => ("conditional", outer, ""),
        (SwitchExpressionSyntax, SwitchExpressionArmSyntax) => ("conditional", outer, ""),
        (BinaryExpressionSyntax binary, _) when inner == binary.Right && IsShortCircuit(binary.Kind()) => ("conditional", outer, ""),
        (AssignmentExpressionSyntax assignment, _) when inner == assignment.Right && assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
            => ("conditional", outer, ""),
        (AnonymousFunctionExpressionSyntax, _) => ("lambda", outer, ""),
        (LocalFunctionStatementSyntax function, _) => ("function", outer, $" {function.Identifier.Text} local"),
        (MethodDeclarationSyntax method, _) => ("function", outer, $" {method.Identifier.Text}"),
        (ConstructorDeclarationSyntax constructor, _) => ("function", outer, $" {constructor.Identifier.Text}"),
        (DestructorDeclarationSyntax destructor, _) => ("function", outer, $" {destructor.Identifier.Text}"),
        (AccessorDeclarationSyntax accessor, _) => ("function", outer, $" {accessor.Keyword.Text}"),
        (OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax, _) => ("function", outer, " "),
        (PropertyDeclarationSyntax property, ArrowExpressionClauseSyntax) => ("function", outer, $" {property.Identifier.Text}"),
        (IndexerDeclarationSyntax, ArrowExpressionClauseSyntax) => ("function", outer, " "),
        (BaseTypeDeclarationSyntax type, _) => ("type", outer, $" {type.Identifier.Text}"),
        _ => null,
    };

    static bool IsShortCircuit(SyntaxKind kind) =>
        kind is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression;

    /// <summary>The conditions of the `if`s around a node, from the inside out.</summary>
    public static IReadOnlyList<Area> Conditions(SyntaxNode node) =>
        node.Ancestors().OfType<IfStatementSyntax>()
            .Where(statement => !statement.Condition.FullSpan.Contains(node.Span))
            .Select(statement => statement.Condition.Area())
            .ToList();

    /// <summary>The outermost statement around a node that stands in a list, within the node's own function.</summary>
    public static SyntaxNode? ListedStatement(SyntaxNode node)
    {
        var inner = node;
        foreach (var outer in node.Ancestors())
        {
            if (outer is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
                return inner as StatementSyntax;
            if (outer is BaseTypeDeclarationSyntax or CompilationUnitSyntax)
                return null;
            if (inner is AnonymousFunctionExpressionSyntax or ArrowExpressionClauseSyntax)
                return null;
            inner = outer;
        }
        return null;
    }

    /// <summary>Namespaces and types, dotted, the outermost first.</summary>
    public static string Container(SyntaxNode node) =>
        string.Join('.', node.Ancestors().Select(NameOf).OfType<string>().Reverse());

    static string? NameOf(SyntaxNode outer) => outer switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.Bare(),
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        _ => null,
    };

    public static bool IsTopLevel(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(outer => outer is GlobalStatementSyntax or BaseTypeDeclarationSyntax) is GlobalStatementSyntax;
}
