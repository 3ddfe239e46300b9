using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Maskinflytt.Proof.Precedence;
using Microsoft.CodeAnalysis;

// Takes one request as JSON from standard input, and answers each start with a line of JSON.
JsonSerializerOptions json = new(JsonSerializerDefaults.Web);
Request request =
    JsonSerializer.Deserialize<Request>(Console.OpenStandardInput(), json)
    ?? throw new InvalidDataException("no request");
using StreamWriter output = new(Console.OpenStandardOutput());
Console.SetOut(TextWriter.Null);
FakeMaskinporten.Know(request.Keys);
Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "runner");
Environment.SetEnvironmentVariable("DOTNET_hostBuilder:reloadConfigOnChange", "false");
Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");

Dictionary<string, LibrarySet> libraries = [];
Dictionary<string, byte[]> programs = [];
Dictionary<string, Assembly> loaded = [];
BuiltHost hosts = BuiltHost.Listening();

foreach (Start start in request.Starts)
{
    await output.WriteLineAsync(JsonSerializer.Serialize(await Run(start), json));
}

async Task<Answer> Run(Start start)
{
    foreach ((string name, string value) in start.Environment)
    {
        Environment.SetEnvironmentVariable(name, value);
    }
    Environment.CurrentDirectory = start.Folder;
    try
    {
        LibrarySet set = LibrariesOf(start);
        IHost host = hosts.Of(ProgramOf(start, set).EntryPoint!);
        Answer answer = await Observer.Observe(start, host);
        host.Dispose();
        return answer;
    }
    catch (TargetInvocationException ended)
    {
        Exception inner = ended.InnerException ?? ended;
        string error = $"{inner.GetType().Name}: {inner.Message}";
        string[] through = [.. new StackTrace(inner).GetFrames().Select(frame => frame.GetMethod()?.Name ?? "")];
        return new Answer(start.Id, error, through, new Dictionary<string, string?>(), [], new Dictionary<string, Asked>());
    }
    finally
    {
        foreach (string name in start.Environment.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}

LibrarySet LibrariesOf(Start start)
{
    if (!libraries.TryGetValue(start.Libraries, out LibrarySet? set))
    {
        libraries[start.Libraries] = set = new LibrarySet(request.Libraries[start.Libraries]);
    }
    return set;
}

Assembly ProgramOf(Start start, LibrarySet set)
{
    string key = string.Join('\n', start.Sources.Select(File.ReadAllText).Prepend(start.Libraries));
    if (!programs.TryGetValue(key, out byte[]? program))
    {
        program = Compiler.Compile("App", OutputKind.ConsoleApplication, start.Sources, [], set.References);
        programs[key] = program;
    }
    if (start.Fresh)
    {
        return set.Load(program, fresh: true);
    }
    if (!loaded.TryGetValue(key, out Assembly? assembly))
    {
        loaded[key] = assembly = set.Load(program, fresh: false);
    }
    return assembly;
}
