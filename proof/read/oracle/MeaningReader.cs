using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadOracle;

static class MeaningReader
{
    /// <summary>Errors that leave open which of several declarations a name means.</summary>
    static readonly HashSet<string> AmbiguityCodes =
        ["CS0100", "CS0101", "CS0102", "CS0104", "CS0110", "CS0111", "CS0128", "CS0136", "CS0229", "CS0576", "CS1537", "CS8936"];

    public static MeaningFacts Of(string job, string file, IReadOnlyList<string> symbols, SemanticModel model)
    {
        var root = model.SyntaxTree.GetRoot();
        var ambiguities = model.GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && AmbiguityCodes.Contains(diagnostic.Id))
            .Select(diagnostic => diagnostic.ToString())
            .ToList();
        try
        {
            return new MeaningFacts("meaning", job, file, symbols, ambiguities, Constants(root, model).ToList(), Names(root, model).ToList());
        }
        catch (Exception error) when (error is IndexOutOfRangeException or NullReferenceException or InvalidOperationException)
        {
            // Roslyn itself stumbles over some programs that do not compile.
            return new MeaningFacts("meaning", job, file, symbols, [error.Message], [], []);
        }
    }

    static IEnumerable<ConstantFact> Constants(SyntaxNode root, SemanticModel model)
    {
        foreach (var expression in root.DescendantNodes().OfType<ExpressionSyntax>())
        {
            if (IsPartOfName(expression) || model.GetConstantValue(expression) is not { HasValue: true, Value: var value })
                continue;
            if (value is string text)
                yield return new ConstantFact(expression.Area(), Wire.Spelled(text));
            else if (expression.Parent is ArgumentSyntax)
                yield return new ConstantFact(expression.Area(), null);
        }
    }

    /// <summary>`B` in `A.B` is no expression by itself.</summary>
    static bool IsPartOfName(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Name == expression,
        MemberBindingExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax => true,
        _ => false,
    };

    static IEnumerable<NameFact> Names(SyntaxNode root, SemanticModel model)
    {
        foreach (var name in root.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (IsPartOfName(name) || name.Identifier.IsMissing || name.IsVar)
                continue;
            var info = model.GetSymbolInfo(name);
            var symbol = info.Symbol ?? (info.CandidateSymbols is [var only] ? only : null);
            var sort = symbol switch
            {
                // CS8801: what top-level statements declare is known in other files, where no one may use it.
                ILocalSymbol local when local.Locations.All(location => location.SourceTree != root.SyntaxTree) => "elsewhere",
                ILocalSymbol => "local",
                IParameterSymbol => "parameter",
                IRangeVariableSymbol => "range",
                IFieldSymbol or IPropertySymbol or IEventSymbol when !IsInitialized(name) => "member",
                _ => null,
            };
            if (sort is null)
                continue;
            var declared = symbol!.Locations.FirstOrDefault(location => location.SourceTree == root.SyntaxTree);
            yield return new NameFact(name.Area(), sort, declared?.SourceSpan.Start ?? -1);
        }
    }

    /// <summary>`new Settings { Scope = … }` names a member of what is made.</summary>
    static bool IsInitialized(IdentifierNameSyntax name) =>
        name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment && assignment.Left == name;
}
