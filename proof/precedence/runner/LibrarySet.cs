using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Maskinflytt.Proof.Precedence;

/// <summary>The libraries of one version, compiled once.</summary>
public sealed class LibrarySet
{
    private readonly Dictionary<string, byte[]> _compiled = [];
    private readonly Dictionary<string, string> _files = [];

    public IReadOnlyList<MetadataReference> References { get; }

    public LibrarySet(IEnumerable<Library> libraries)
    {
        List<MetadataReference> references = [];
        foreach (Library library in libraries)
        {
            foreach (string file in library.Files.Where(file => !Compiler.IsOfFramework(file)))
            {
                _files[Path.GetFileNameWithoutExtension(file)] = file;
                references.Add(MetadataReference.CreateFromFile(file));
            }
            if (library.Sources.Count == 0)
            {
                continue;
            }
            byte[] image = Compiler.Compile(
                library.Name,
                OutputKind.DynamicallyLinkedLibrary,
                library.Sources,
                library.Symbols,
                references
            );
            _compiled[library.Name] = image;
            references.Add(MetadataReference.CreateFromImage(image));
        }
        References = references;
    }

    /// <summary>With libraries that have met no app before, where they keep what they met in static fields.</summary>
    public Assembly Load(byte[] program, bool fresh)
    {
        ProgramContext context = new(fresh ? new Context(this) : _shared ??= new Context(this));
        if (fresh)
        {
            s_last = context;
        }
        else
        {
            _programs.Add(context);
        }
        return context.LoadFromStream(new MemoryStream(program));
    }

    private Context? _shared;

    // A context that nobody holds begins to unload, and what its program has not met by then cannot be loaded any more.
    private readonly List<ProgramContext> _programs = [];
    private static ProgramContext? s_last;

    private sealed class ProgramContext(Context libraries) : AssemblyLoadContext(isCollectible: true)
    {
        protected override Assembly? Load(AssemblyName name) => libraries.Find(name);
    }

    private sealed class Context(LibrarySet libraries) : AssemblyLoadContext(isCollectible: true)
    {
        public Assembly? Find(AssemblyName name) =>
            libraries._compiled.ContainsKey(name.Name!) || libraries._files.ContainsKey(name.Name!)
                ? LoadFromAssemblyName(name)
                : null;

        protected override Assembly? Load(AssemblyName name)
        {
            if (libraries._compiled.TryGetValue(name.Name!, out byte[]? image))
            {
                return LoadFromStream(new MemoryStream(image));
            }
            return libraries._files.TryGetValue(name.Name!, out string? file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
