using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Maskinflytt.Proof.Wire;
using AppContext = Maskinflytt.Proof.Wire.AppContext;

// Takes one request as JSON from standard input, and answers each start with a line of JSON.
JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
{
    Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
};
Request request =
    JsonSerializer.Deserialize<Request>(Console.OpenStandardInput(), json)
    ?? throw new InvalidDataException("no request");
using StreamWriter output = new(Console.OpenStandardOutput());
Console.SetOut(TextWriter.Null);
Environment.SetEnvironmentVariable("DOTNET_hostBuilder:reloadConfigOnChange", "false");
// Watchers are few on a machine, and apps that have ended may still hold theirs.
Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");
Environment.SetEnvironmentVariable("Logging__LogLevel__Default", "None");

Loopback loopback = new(new Grants(request.Keys, request.Clients));
Uri address = await loopback.Start();
// Whoever makes a client of their own does not leave this machine either.
HttpClient.DefaultProxy = new System.Net.WebProxy(address);
Starter starter = new(new Redirection(address));
Assembler assembler = new(request.Jobs);
SharedLibraries shared = new(request.Folders, assembler.Images(request.Beside));
// A proxy that is made at run time belongs to no app, and asks here for what its interface names.
AppDomain.CurrentDomain.AssemblyResolve += (_, asked) => shared.Find(new AssemblyName(asked.Name).Name!);

foreach (Start start in request.Starts)
{
    await output.WriteLineAsync(JsonSerializer.Serialize(await Run(start), json));
    await output.FlushAsync();
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
        AppContext context = new(assembler.Assemble(start.Job), shared);
        BuiltApp app = starter.Start(context.LoadApp(), start.Arguments);
        ConfigurationView configuration = new(app.Host);
        IReadOnlyList<Seen> seen = await new Driver(app, loopback).Drive(start.Deeds);
        var sections = start.Sections.ToDictionary(path => path, configuration.Section);
        Answer answer = new(start.Id, null, configuration.Providers(), sections, seen);
        app.Host.Dispose();
        context.Unload();
        return answer;
    }
    catch (TargetInvocationException ended)
    {
        return Answer.Ended(start.Id, Driver.Told(ended.InnerException ?? ended));
    }
    catch (InvalidProgramException uncompiled)
    {
        return Answer.Ended(start.Id, Driver.Told(uncompiled));
    }
    finally
    {
        foreach (string name in start.Environment.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
