namespace ReadOracle;

/// <summary>What one file says, as compiled with one set of symbols.</summary>
sealed record SyntaxFacts(
    string Kind,
    string Job,
    string File,
    IReadOnlyList<string> Symbols,
    int Length,
    string Hash,
    IReadOnlyList<SyntaxError> Errors,
    IReadOnlyList<CallFact> Calls,
    IReadOnlyList<UsingFact> Usings,
    IReadOnlyList<TypeFact> Types,
    IReadOnlyList<MemberFact> Members,
    IReadOnlyList<Area> Comments,
    IReadOnlyList<Area> Directives,
    IReadOnlyList<Area> Inactive,
    IReadOnlyList<TextFact> Texts,
    IReadOnlyList<InterpolationFact> Interpolations);

/// <param name="Block">The innermost block, body of a type or file that the error stands in.</param>
sealed record SyntaxError(string Code, int Start, int End, Area Block);

sealed record CallFact(
    Area At,
    string Name,
    Area NameAt,
    Area? Receiver,
    bool Conditional,
    IReadOnlyList<Area> Types,
    IReadOnlyList<ArgumentFact> Arguments,
    Area? ChainStart,
    IReadOnlyList<Area> Chain,
    Area? Statement,
    Area Block,
    IReadOnlyList<string> Around,
    IReadOnlyList<Area> Conditions,
    string Container,
    bool TopLevel);

sealed record ArgumentFact(Area At, string? Name, Area Value);

sealed record UsingFact(Area At, string Sort, bool Global, string? Alias, string Target);

sealed record TypeFact(Area At, string Name, string Container, IReadOnlyList<string> Bases);

sealed record MemberFact(Area At, string Name, string Sort, bool Static, string Type, Area? Value);

sealed record TextFact(Area At, string Value);

sealed record InterpolationFact(Area At, IReadOnlyList<string> Texts, IReadOnlyList<Area> Holes);

/// <summary>What the names and expressions of one file mean, in an app compiled with one set of symbols.</summary>
sealed record MeaningFacts(
    string Kind,
    string Job,
    string File,
    IReadOnlyList<string> Symbols,
    IReadOnlyList<string> Ambiguities,
    IReadOnlyList<ConstantFact> Constants,
    IReadOnlyList<NameFact> Names);

/// <param name="Value">null for a constant that is no string.</param>
sealed record ConstantFact(Area At, string? Value);

/// <param name="Sort">local, parameter, range or member; elsewhere for a local of the top-level statements of another file.</param>
/// <param name="Declared">Where the name stands in its declaration; -1 for what has none, such as `value`.</param>
sealed record NameFact(Area At, string Sort, int Declared);
