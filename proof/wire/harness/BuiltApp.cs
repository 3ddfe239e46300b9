using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.Extensions.Http;

namespace Maskinflytt.Proof.Wire;

/// <summary>An app that has started as far as its host is built, and no further.</summary>
public sealed record BuiltApp(Assembly Assembly, IHost Host, IServiceCollection Services);

/// <summary>Runs a program's own entry point, as test hosts do, and takes what it builds.</summary>
public sealed class Starter : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly Redirection _redirection;
    private Assembly? _assembly;
    private IServiceCollection? _services;
    private IHost? _host;

    public Starter(Redirection redirection)
    {
        _redirection = redirection;
        DiagnosticListener.AllListeners.Subscribe(this);
    }

    /// <exception cref="TargetInvocationException">What the program ended with.</exception>
    public BuiltApp Start(Assembly assembly, IReadOnlyList<string> arguments)
    {
        (_assembly, _host, _services) = (assembly, null, null);
        MethodInfo entryPoint = assembly.EntryPoint ?? throw new InvalidOperationException("The app has no entry point.");
        object?[] given = entryPoint.GetParameters().Length == 0 ? [] : [arguments.ToArray()];
        // Some start-ups load the app by its name.
        using var _ = AssemblyLoadContext.EnterContextualReflection(assembly);
        try
        {
            entryPoint.Invoke(null, given);
        }
        catch (TargetInvocationException ended) when (ended.InnerException is Taken) { }
        return _host is not null && _services is not null
            ? new BuiltApp(assembly, _host, _services)
            : throw new InvalidOperationException("The program built no host.");
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == "Microsoft.Extensions.Hosting")
        {
            listener.Subscribe(this);
        }
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        switch (happened)
        {
            case { Key: "HostBuilding", Value: IHostBuilder builder }:
                builder.ConfigureServices(Redirect);
                break;
            case { Key: "HostBuilt", Value: IHost host }:
                _host = host;
                throw new Taken();
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    private void Redirect(IServiceCollection services)
    {
        _services = services;
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(_redirection);
        // Where an address comes from settings that only a deployment has, any will do.
        services.ConfigureAll<HttpClientFactoryOptions>(options =>
            options.HttpClientActions.Add(http => http.BaseAddress ??= new Uri("https://target.example/"))
        );
        Borrowed.AddTo(services, _assembly!);
    }

    /// <summary>Ends the program where its host is built.</summary>
    private sealed class Taken : Exception;
}
