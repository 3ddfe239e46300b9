using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Maskinflytt.Proof.Roslyn;

/// <summary>A stand-in, as a job among those it uses, and the real library with all that it refers to.</summary>
public sealed record SurfaceRequest(IReadOnlyList<Job> Jobs, IReadOnlyList<Comparison> Comparisons);

public sealed record Comparison(string StandIn, string Real, IReadOnlyList<string> References);

/// <summary><c>Real</c> is null when the real library has no such member.</summary>
public sealed record Difference(string Member, string Declared, string? Real);

public sealed record Compared(string StandIn, int Members, IReadOnlyList<Difference> Differences);

/// <summary>Everything public that a stand-in declares must be in the real library, letter by letter.</summary>
public static class Surface
{
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
        HashSet<string> ids = [.. declared.Select(IdOf)];
        IEnumerable<Difference> differences = declared
            .SelectMany(one => Difference(one, there))
            .Concat(declared.SelectMany(one => LeftOut(one, ids, there)));
        return new Compared(comparison.StandIn, declared.Length, [.. differences.OrderBy(one => one.Member, StringComparer.Ordinal)]);
    }

    private static IEnumerable<Difference> Difference(ISymbol declared, IReadOnlyDictionary<string, ISymbol> there)
    {
        string id = IdOf(declared);
        string text = Described.Whole(declared);
        if (!there.TryGetValue(id, out ISymbol? real))
            return [new Difference(id, text, null)];
        string whole = Described.Whole(real);
        // A stand-in may leave a base out, but not make one up.
        IEnumerable<Difference> bases = Described.Bases(declared).Except(Described.Bases(real)).Select(one => new Difference(id, $"{text} : {one}", whole));
        return whole == text ? bases : bases.Prepend(new Difference(id, text, whole));
    }

    /// <summary>A stand-in may leave members out, but not those that whoever implements an interface must have.</summary>
    private static IEnumerable<Difference> LeftOut(ISymbol declared, IReadOnlySet<string> ids, IReadOnlyDictionary<string, ISymbol> there)
    {
        if (declared is not INamedTypeSymbol { TypeKind: TypeKind.Interface })
            return [];
        if (!there.TryGetValue(IdOf(declared), out ISymbol? real) || real is not INamedTypeSymbol type)
            return [];
        return type.GetMembers()
            .Where(member => IsMet(member) && member.IsAbstract && !ids.Contains(IdOf(member)))
            .Select(member => new Difference(IdOf(declared), "without it", Described.Whole(member)));
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
}
