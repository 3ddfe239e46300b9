using System.Diagnostics;
using System.Reflection;

namespace Maskinflytt.Proof.Precedence;

/// <summary>Runs a program until its host is built, and takes that.</summary>
public sealed class BuiltHost : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private IHost? _host;

    private BuiltHost() { }

    public static BuiltHost Listening()
    {
        BuiltHost listening = new();
        DiagnosticListener.AllListeners.Subscribe(listening);
        return listening;
    }

    /// <exception cref="TargetInvocationException">What the program ended with.</exception>
    public IHost Of(MethodInfo entryPoint)
    {
        _host = null;
        try
        {
            object?[] arguments = entryPoint.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
            entryPoint.Invoke(null, arguments);
        }
        catch (TargetInvocationException ended) when (ended.InnerException is Taken) { }
        return _host ?? throw new InvalidOperationException("The program built no host.");
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
        if (happened.Key == "HostBuilt")
        {
            _host = (IHost?)happened.Value;
            throw new Taken();
        }
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    /// <summary>Ends the program where its host is built.</summary>
    private sealed class Taken : Exception;
}
