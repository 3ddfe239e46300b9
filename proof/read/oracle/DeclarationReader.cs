using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadOracle;

static class DeclarationReader
{
    public static IReadOnlyList<UsingFact> Usings(SyntaxNode root) =>
        root.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(Read).ToList();

    static UsingFact Read(UsingDirectiveSyntax directive) =>
        new(
            directive.Area(),
            directive.Alias is not null ? "alias" : directive.StaticKeyword.IsKind(SyntaxKind.StaticKeyword) ? "static" : "namespace",
            directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword),
            directive.Alias?.Name.Identifier.Text,
            WithoutGlobal(directive.NamespaceOrType.Bare()));

    static string WithoutGlobal(string name) => name.StartsWith("global::", StringComparison.Ordinal) ? name["global::".Length..] : name;

    public static IReadOnlyList<TypeFact> Types(SyntaxNode root) =>
        root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => new TypeFact(
            type.Area(),
            type.Identifier.Text,
            Enclosing.Container(type),
            type.BaseList?.Types.Select(one => WithoutGlobal(one.Type.Bare())).ToList() ?? [])).ToList();

    /// <summary>Fields, constants and properties with what each is worth to begin with.</summary>
    public static IReadOnlyList<MemberFact> Members(SyntaxNode root) =>
        root.DescendantNodes().OfType<MemberDeclarationSyntax>().SelectMany(member => member switch
        {
            FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => Read(field, variable)),
            PropertyDeclarationSyntax property => [Read(property)],
            _ => Enumerable.Empty<MemberFact>(),
        }).ToList();

    static MemberFact Read(FieldDeclarationSyntax field, VariableDeclaratorSyntax variable)
    {
        var isConst = field.Modifiers.Any(SyntaxKind.ConstKeyword);
        return new MemberFact(
            field.Area(),
            variable.Identifier.Text,
            isConst ? "const" : field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) ? "readonly-field" : "field",
            isConst || field.Modifiers.Any(SyntaxKind.StaticKeyword),
            WithoutGlobal(field.Declaration.Type.Bare()),
            variable.Initializer?.Value.Area());
    }

    static MemberFact Read(PropertyDeclarationSyntax property) =>
        new(
            property.Area(),
            property.Identifier.Text,
            "property",
            property.Modifiers.Any(SyntaxKind.StaticKeyword),
            WithoutGlobal(property.Type.Bare()),
            ValueOf(property)?.Area());

    /// <summary>A property that can be set has no known value.</summary>
    static ExpressionSyntax? ValueOf(PropertyDeclarationSyntax property)
    {
        if (property.ExpressionBody is { } body)
            return body.Expression;
        if (property.AccessorList?.Accessors is not [var getter])
            return null;
        return getter switch
        {
            { ExpressionBody: { } arrow } => arrow.Expression,
            { Body.Statements: [ReturnStatementSyntax { Expression: { } returned }] } => returned,
            { Body: null } => property.Initializer?.Value,
            _ => null,
        };
    }
}
