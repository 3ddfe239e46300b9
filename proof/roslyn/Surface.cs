using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Maskinflytt.Proof.Roslyn;

/// <summary>A stand-in, as a job among those it uses, and the real library with all that it refers to.</summary>
public sealed record SurfaceRequest(IReadOnlyList<Job> Jobs, IReadOnlyList<Comparison> Comparisons);

public sealed record Comparison(string StandIn, string Real, IReadOnlyList<string> References, string Language);

/// <summary><c>Real</c> is null when the real library has no such member.</summary>
public sealed record Difference(string Member, string Declared, string? Real);

public sealed record Compared(string StandIn, int Members, IReadOnlyList<Difference> Differences);

/// <summary>Everything public that a stand-in declares must be in the real library, letter by letter.</summary>
public static class Surface
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

    public static IReadOnlyList<Compared> Differences(SurfaceRequest request)
    {
        CompilationSet compilations = new(request.Jobs);
        References references = new();
        return [.. request.Comparisons.Select(one => Compare(one, compilations.Of(one.StandIn), references))];
    }

    private static Compared Compare(Comparison comparison, CSharpCompilation standIn, References references)
    {
        MetadataReference real = MetadataReference.CreateFromFile(comparison.Real);
        CSharpCompilation host = CSharpCompilation.Create("host", [], [.. references.Of(comparison.References), real]);
        if (host.GetAssemblyOrModuleSymbol(real) is not IAssemblySymbol library)
            throw new InvalidDataException($"not an assembly: {comparison.Real}");
        ISymbol[] declared = [.. PublicIn(standIn.Assembly.GlobalNamespace)];
        Dictionary<string, ISymbol> there = PublicIn(library.GlobalNamespace)
            .GroupBy(IdOf)
            .ToDictionary(same => same.Key, same => same.First());
        IEnumerable<Difference> differences = declared.SelectMany(one => Difference(one, there));
        return new Compared(comparison.StandIn, declared.Length, [.. differences.OrderBy(one => one.Member, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Difference> Difference(ISymbol declared, IReadOnlyDictionary<string, ISymbol> there)
    {
        string id = IdOf(declared);
        string text = Describe(declared);
        if (!there.TryGetValue(id, out ISymbol? real))
            return [new Difference(id, text, null)];
        string whole = Describe(real);
        // A stand-in may leave a base out, but not make one up.
        IEnumerable<Difference> bases = BasesOf(declared).Except(BasesOf(real)).Select(one => new Difference(id, $"{text} : {one}", whole));
        return whole == text ? bases : bases.Prepend(new Difference(id, text, whole));
    }

    private static IEnumerable<ISymbol> PublicIn(INamespaceOrTypeSymbol container)
    {
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                foreach (ISymbol one in PublicIn(inner))
                    yield return one;
            }
            else if (IsMet(member))
            {
                yield return member;
                if (member is INamedTypeSymbol type)
                {
                    foreach (ISymbol one in PublicIn(type))
                        yield return one;
                }
            }
        }
    }

    /// <summary>Accessors are told with their property; what the compiler adds to a record is not declared by anyone.</summary>
    private static bool IsMet(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && symbol is not IMethodSymbol { AssociatedSymbol: not null }
        && !symbol.IsImplicitlyDeclared;

    private static string IdOf(ISymbol symbol) =>
        symbol.GetDocumentationCommentId() ?? throw new InvalidDataException($"no id: {symbol}");

    private static string Describe(ISymbol symbol)
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
    private static IEnumerable<string> BasesOf(ISymbol symbol)
    {
        if (symbol is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface or TypeKind.Struct } type)
            return [];
        IEnumerable<INamedTypeSymbol> parents = type.BaseType is { SpecialType: SpecialType.None } parent ? [parent] : [];
        return type.AllInterfaces.Concat(parents).Where(IsVisible).Select(one => one.ToDisplayString());
    }

    private static bool IsVisible(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public;
}
