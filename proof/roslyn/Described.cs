using Microsoft.CodeAnalysis;

namespace Maskinflytt.Proof.Roslyn;

/// <summary>A public symbol in words: everything about it that code can notice.</summary>
public static class Described
{
    private static readonly SymbolDisplayFormat _whole = SymbolDisplayFormat
        .FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .WithGenericsOptions(
            SymbolDisplayGenericsOptions.IncludeTypeParameters
                | SymbolDisplayGenericsOptions.IncludeTypeConstraints
                | SymbolDisplayGenericsOptions.IncludeVariance
        )
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType
                | SymbolDisplayMemberOptions.IncludeModifiers
                | SymbolDisplayMemberOptions.IncludeParameters
                | SymbolDisplayMemberOptions.IncludeContainingType
                | SymbolDisplayMemberOptions.IncludeConstantValue
                | SymbolDisplayMemberOptions.IncludeRef
        )
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType
                | SymbolDisplayParameterOptions.IncludeName
                | SymbolDisplayParameterOptions.IncludeParamsRefOut
                | SymbolDisplayParameterOptions.IncludeDefaultValue
                | SymbolDisplayParameterOptions.IncludeExtensionThis
        )
        .WithKindOptions(SymbolDisplayKindOptions.IncludeMemberKeyword | SymbolDisplayKindOptions.IncludeTypeKeyword)
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
                | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    public static string Whole(ISymbol symbol)
    {
        bool obsolete = symbol.GetAttributes().Any(one => one.AttributeClass?.Name == nameof(ObsoleteAttribute));
        string accessors = symbol is IPropertySymbol property ? Accessors(property) : "";
        string kind = symbol is INamedTypeSymbol type ? Kind(type) : "";
        return $"{(obsolete ? "[Obsolete] " : "")}{kind}{symbol.ToDisplayString(_whole)}{accessors}";
    }

    private static string Kind(INamedTypeSymbol type) =>
        type switch
        {
            { IsStatic: true } => "static ",
            { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
            { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
            _ => "",
        };

    private static string Accessors(IPropertySymbol property)
    {
        string set = property.SetMethod switch
        {
            { DeclaredAccessibility: Accessibility.Public, IsInitOnly: true } => " init;",
            { DeclaredAccessibility: Accessibility.Public } => " set;",
            _ => "",
        };
        return $" {{ get;{set} }}{(property.IsRequired ? " required" : "")}";
    }

    /// <summary>An app meets a base type and an interface when it converts to them.</summary>
    public static IEnumerable<string> Bases(ISymbol symbol)
    {
        if (symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } type)
            return [];
        IEnumerable<INamedTypeSymbol> parents = type.BaseType is { SpecialType: SpecialType.None } parent ? [parent] : [];
        return type.AllInterfaces.Concat(parents).Where(IsVisible).Select(one => one.ToDisplayString());
    }

    private static bool IsVisible(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public;
}
