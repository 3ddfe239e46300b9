using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ReadOracle;

/// <summary>
/// Whether an edit took away and added whole pieces of syntax, and left the rest as it was: every token, every comment,
/// and which statement and declaration each token belongs to.
/// </summary>
static class EditCheck
{
    public static EditAnswer Judge(string id, Edit edit) =>
        new(id, edit.SymbolSets.SelectMany(symbols => Problems(edit, symbols)).Distinct().Take(8).ToList());

    static IEnumerable<string> Problems(Edit edit, IReadOnlyList<string> symbols)
    {
        var changes = edit.Changes.Distinct().OrderBy(change => change.Start).ThenBy(change => change.End).ToList();
        var before = new EditedText(edit.Before, symbols, changes.ConvertAll(change => new Area(change.Start, change.End)));
        var (plain, inserted) = Apply(edit.Before, changes);
        var after = new EditedText(plain, symbols, inserted);
        var tidied = new EditedText(edit.After, symbols, []);
        foreach (var code in NewErrors(before.Root, after.Root))
            yield return $"new syntax error {code}";
        foreach (var cut in before.Cut)
            yield return $"cuts {cut}";
        if (!before.Kept.SequenceEqual(after.Kept))
            yield return "other tokens are changed";
        if (!before.KeptComments.SequenceEqual(after.KeptComments))
            yield return "other comments are changed";
        if (!tidied.Kept.SequenceEqual(after.All) || !tidied.KeptComments.SequenceEqual(after.AllComments))
            yield return "tidying changes more than white space";
        foreach (var piece in before.Structure.Except(after.Structure))
            yield return $"no longer there: {piece}";
        foreach (var piece in after.Structure.Except(before.Structure))
            yield return $"comes about: {piece}";
        if (edit.Kind == "statement")
            foreach (var part in before.PartsOfStatements())
                yield return $"takes a part of a statement: {part}";
    }

    static IEnumerable<string> NewErrors(SyntaxNode before, SyntaxNode after)
    {
        var known = Errors.Of(before).Select(error => error.Code).ToList();
        return Errors.Of(after).Select(error => error.Code).Where(code => !known.Remove(code));
    }

    static (string Text, List<Area> Inserted) Apply(string text, IReadOnlyList<TextChange> changes)
    {
        var inserted = new List<Area>();
        var written = new System.Text.StringBuilder();
        var copied = 0;
        foreach (var change in changes)
        {
            // Where two changes take the same away, it goes once.
            var start = Math.Max(change.Start, copied);
            written.Append(text, copied, start - copied);
            inserted.Add(new Area(written.Length, written.Length + change.Replacement.Length));
            written.Append(change.Replacement);
            copied = Math.Max(copied, change.End);
        }
        written.Append(text, copied, text.Length - copied);
        return (written.ToString(), inserted);
    }
}
