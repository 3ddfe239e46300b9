using System.Collections.Concurrent;
using System.Reflection;
using Maskinflytt.Proof.Roslyn;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Maskinflytt.Proof.Wire;

/// <summary>An app as it is run: its own image, those compiled with it, and the libraries that lie in files.</summary>
public sealed record AssembledApp(
    byte[] Image,
    IReadOnlyDictionary<string, byte[]> Compiled,
    IReadOnlyDictionary<string, string> Files
);

public sealed class Assembler(IReadOnlyList<Job> jobs)
{
    private readonly Dictionary<string, Job> _jobs = jobs.ToDictionary(job => job.Id);
    private readonly CompilationSet _compilations = new(jobs);
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _images = new();
    private readonly ConcurrentDictionary<string, Version> _versions = new();

    /// <exception cref="InvalidProgramException">The app does not compile.</exception>
    public AssembledApp Assemble(string id)
    {
        Job job = _jobs[id];
        Dictionary<string, byte[]> compiled = [];
        foreach (string used in UsedBy(job).Distinct())
        {
            compiled[_jobs[used].Assembly] = ImageOf(used);
        }
        Dictionary<string, string> files = job
            .References.Select(Runnable)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path))
            .ToDictionary(same => same.Key, same => same.MaxBy(VersionOf)!);
        return new AssembledApp(ImageOf(id), compiled, files);
    }

    /// <summary>By the name of their assembly.</summary>
    public IReadOnlyDictionary<string, byte[]> Images(IEnumerable<string> ids) =>
        ids.ToDictionary(id => _jobs[id].Assembly, ImageOf);

    private IEnumerable<string> UsedBy(Job job) => job.Uses.SelectMany(id => UsedBy(_jobs[id]).Append(id));

    private Version? VersionOf(string path) =>
        _versions.GetOrAdd(path, _ => AssemblyName.GetAssemblyName(path).Version ?? new());

    private byte[] ImageOf(string id) => _images.GetOrAdd(id, _ => new(() => Emit(_compilations.Of(id)))).Value;

    private static byte[] Emit(CSharpCompilation compilation)
    {
        using MemoryStream image = new();
        EmitResult emitted = compilation.Emit(image);
        if (emitted.Success)
        {
            return image.ToArray();
        }
        var errors = emitted.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Take(3);
        throw new InvalidProgramException($"{compilation.AssemblyName} does not compile: {string.Join("; ", errors)}");
    }

    /// <summary>Some packages bring one assembly to compile with and another to run.</summary>
    private static string Runnable(string path)
    {
        string separator = Path.DirectorySeparatorChar.ToString();
        string running = path.Replace($"{separator}ref{separator}", $"{separator}lib{separator}");
        return File.Exists(running) ? running : path;
    }
}
