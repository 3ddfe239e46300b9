using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Maskinflytt.Proof.Roslyn;

public static class Compiler
{
    public static IReadOnlyDictionary<string, IReadOnlyList<Told>> DiagnosticsOf(IReadOnlyList<Job> jobs)
    {
        CompilationSet compilations = new(jobs);
        ConcurrentDictionary<string, IReadOnlyList<Told>> answers = new();
        // Neighbours share most of their references, so they are taken in order.
        ParallelOptions wide = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(
            Partitioner.Create(jobs, EnumerablePartitionerOptions.NoBuffering),
            wide,
            job => answers[job.Id] = DiagnosticsOf(compilations.Of(job.Id))
        );
        return answers;
    }

    private static IReadOnlyList<Told> DiagnosticsOf(CSharpCompilation compilation) =>
        [
            .. compilation
                .GetDiagnostics()
                .Where(one => one.Severity >= DiagnosticSeverity.Warning && !one.IsSuppressed)
                .Select(Tell)
                .OrderBy(one => (one.File, one.Line, one.Column, one.Code)),
        ];

    private static Told Tell(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        return new Told(
            diagnostic.Id,
            diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
            span.Path ?? "",
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
