using System.Reflection;
using System.Runtime.Loader;

namespace Maskinflytt.Proof.Wire;

/// <summary>An app with its libraries, loaded anew for each start: some of them keep what they are told in static lists.</summary>
public sealed class AppContext : AssemblyLoadContext
{
    private readonly AssembledApp _app;
    private readonly SharedLibraries _shared;
    private Assembly? _loaded;

    public AppContext(AssembledApp app, SharedLibraries shared)
        : base(isCollectible: true)
    {
        _app = app;
        _shared = shared;
    }

    public Assembly LoadApp() => _loaded ??= LoadFromStream(new MemoryStream(_app.Image));

    protected override Assembly? Load(AssemblyName name)
    {
        string simple = name.Name!;
        if (simple == _loaded?.GetName().Name)
        {
            return _loaded;
        }
        if (_app.Compiled.TryGetValue(simple, out byte[]? image))
        {
            return LoadFromStream(new MemoryStream(image));
        }
        if (_shared.IsOfPlatform(simple))
        {
            return null;
        }
        return _shared.Find(simple) ?? (_app.Files.TryGetValue(simple, out string? file) ? LoadFromAssemblyPath(file) : null);
    }
}

/// <summary>Libraries that keep nothing of an app: loaded once, and whatever version was asked for.</summary>
public sealed class SharedLibraries(IReadOnlyList<string> folders, IReadOnlyDictionary<string, byte[]> images)
{
    private readonly HashSet<string> _platform =
    [
        .. ((string)System.AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => Path.GetFileNameWithoutExtension(path)),
    ];

    private readonly Shared _loaded = new(folders, images);

    public bool IsOfPlatform(string name) => _platform.Contains(name);

    public Assembly? Find(string name) => _loaded.Find(name);

    private sealed class Shared(IReadOnlyList<string> folders, IReadOnlyDictionary<string, byte[]> images)
        : AssemblyLoadContext("shared")
    {
        private readonly Dictionary<string, Assembly> _ofImages = [];

        public Assembly? Find(string name)
        {
            if (images.TryGetValue(name, out byte[]? image))
            {
                _ofImages.TryAdd(name, _ofImages.GetValueOrDefault(name) ?? LoadFromStream(new MemoryStream(image)));
                return _ofImages[name];
            }
            string? file = folders.Select(folder => Path.Combine(folder, $"{name}.dll")).FirstOrDefault(File.Exists);
            return file is null ? null : LoadFromAssemblyPath(file);
        }

        protected override Assembly? Load(AssemblyName name) => Find(name.Name!);
    }
}
