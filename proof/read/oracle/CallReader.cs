using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ReadOracle;

/// <summary>Calls by name, with `a?.B()` as a call on `a`: the language's own tree has it the other way round.</summary>
static class CallReader
{
    public static IReadOnlyList<CallFact> Of(SyntaxNode root) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(call => NameOf(call) is not null).Select(Read).ToList();

    static CallFact Read(InvocationExpressionSyntax call)
    {
        var name = NameOf(call) ?? throw new InvalidOperationException("a call without a name");
        var (chainStart, chain) = ChainOf(call);
        return new CallFact(
            WholeArea(call),
            name.Identifier.Text.TrimStart('@'),
            name.Identifier.Area(),
            ReceiverOf(call) is { } receiver ? WholeArea(receiver) : null,
            call.Expression is MemberBindingExpressionSyntax,
            name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Select(type => type.Area()).ToList() : [],
            call.ArgumentList.Arguments.Select(Read).ToList(),
            chainStart,
            chain,
            Enclosing.ListedStatement(call)?.Area(),
            Errors.BlockAround(call),
            Enclosing.Of(call),
            Enclosing.Conditions(call),
            Enclosing.Container(call),
            Enclosing.IsTopLevel(call));
    }

    static ArgumentFact Read(ArgumentSyntax argument) =>
        new(argument.Area(), argument.NameColon?.Name.Identifier.Text.TrimStart('@'), WholeArea(argument.Expression));

    static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    static ExpressionSyntax? ReceiverOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        MemberBindingExpressionSyntax binding => AccessOf(binding)?.Expression,
        _ => null,
    };

    /// <summary>The `a?…` that a `.B` hangs on.</summary>
    static ConditionalAccessExpressionSyntax? AccessOf(ExpressionSyntax binding) =>
        binding is not (MemberBindingExpressionSyntax or ElementBindingExpressionSyntax) ? null : binding.Ancestors().OfType<ConditionalAccessExpressionSyntax>()
            .FirstOrDefault(access => access.WhenNotNull.SpanStart == binding.SpanStart);

    static Area WholeArea(ExpressionSyntax expression) => new(WholeStart(expression), expression.Span.End);

    static int WholeStart(ExpressionSyntax expression)
    {
        var leftmost = Leftmost(expression);
        return AccessOf(leftmost) is { } access ? WholeStart(access.Expression) : leftmost.SpanStart;
    }

    static (Area? Start, IReadOnlyList<Area> Links) ChainOf(InvocationExpressionSyntax call)
    {
        var outermost = call;
        while (CalledOn(outermost) is { } next)
            outermost = next;
        var links = new List<Area>();
        ExpressionSyntax? start = outermost;
        while (Unwrapped(start) is InvocationExpressionSyntax link && NameOf(link) is not null)
        {
            links.Insert(0, WholeArea(link));
            start = ReceiverOf(link);
        }
        return (start is null ? null : WholeArea(start), links);
    }

    /// <summary>The call whose receiver is this very call.</summary>
    static InvocationExpressionSyntax? CalledOn(InvocationExpressionSyntax call)
    {
        var next = call.Parent is ConditionalAccessExpressionSyntax access && access.Expression == call
            ? Leftmost(access.WhenNotNull).Parent
            : (call.Parent as MemberAccessExpressionSyntax)?.Parent;
        return next is InvocationExpressionSyntax outer && Unwrapped(ReceiverOf(outer)) == call ? outer : null;
    }

    static ExpressionSyntax Leftmost(ExpressionSyntax expression)
    {
        var leftmost = expression;
        while (LeftOf(leftmost) is { } left)
            leftmost = left;
        return leftmost;
    }

    static ExpressionSyntax? LeftOf(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax call => call.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        PostfixUnaryExpressionSyntax postfix => postfix.Operand,
        ConditionalAccessExpressionSyntax access => access.Expression,
        _ => null,
    };

    /// <summary>`a?.B()` before a further `?` is the call of `B`.</summary>
    static ExpressionSyntax? Unwrapped(ExpressionSyntax? expression) =>
        expression is ConditionalAccessExpressionSyntax access ? Unwrapped(access.WhenNotNull) : expression;
}
