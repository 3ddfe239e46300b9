using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Maskinflytt.Proof.Roslyn;

/// <summary>Assemblies on disk, each read once.</summary>
public sealed class References
{
    private readonly ConcurrentDictionary<string, Lazy<(AssemblyName Name, MetadataReference Reference)>> _read = new();

    /// <summary>When a package brings an assembly that the framework has too, the newest is referred to, as in MSBuild.</summary>
    public IEnumerable<MetadataReference> Of(IEnumerable<string> paths) =>
        paths
            .Select(Read)
            .GroupBy(one => one.Name.Name, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.MaxBy(one => one.Name.Version).Reference);

    private (AssemblyName Name, MetadataReference Reference) Read(string path) =>
        _read
            .GetOrAdd(path, _ => new(() => (AssemblyName.GetAssemblyName(path), MetadataReference.CreateFromFile(path))))
            .Value;
}
