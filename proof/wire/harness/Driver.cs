using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Maskinflytt.Proof.Wire;

/// <summary>Makes an app ask: through its clients by name, and by calling its own classes.</summary>
public sealed class Driver(BuiltApp app, Loopback loopback)
{
    public async Task<IReadOnlyList<Seen>> Drive(IReadOnlyList<Deed> deeds)
    {
        List<Seen> seen = [];
        foreach (Deed deed in deeds)
        {
            if (deed == Deed.Services)
            {
                seen.AddRange(await AskServices());
                continue;
            }
            if (deed == Deed.Classes)
            {
                seen.AddRange(await CallClasses());
                continue;
            }
            foreach (string name in ClientNames())
            {
                seen.Add(await Watch(deed, name, () => Send(name, deed)));
            }
        }
        return seen;
    }

    public static string Told(Exception error) => $"{error.GetType().Name}: {error.Message}";

    /// <summary>Every client that the app, or a library for it, has named.</summary>
    private IReadOnlyList<string> ClientNames() =>
        [
            .. app
                .Services.Select(service => service.ImplementationInstance)
                .OfType<ConfigureNamedOptions<HttpClientFactoryOptions>>()
                .Select(options => options.Name)
                .OfType<string>()
                .Where(name => name != "")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private async Task Send(string name, Deed deed)
    {
        using HttpClient http = app.Host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
        string uri = deed == Deed.RefusedClients ? Loopback.Refusing : "https://target.example/";
        using HttpRequestMessage request = new(HttpMethod.Get, uri);
        if (deed == Deed.AuthorizedClients)
        {
            request.Headers.Authorization = new("Bearer", "of-the-app");
        }
        using HttpResponseMessage _ = await http.SendAsync(request);
    }

    private async Task<IReadOnlyList<Seen>> AskServices()
    {
        List<Seen> seen = [];
        foreach (TokenService service in TokenService.In(app.Services))
        {
            string? returned = null;
            Seen one = await Watch(
                Deed.Services,
                service.Name,
                async () => returned = await service.Ask(app.Host.Services)
            );
            seen.Add(returned is null ? one : one with { Messages = [.. one.Messages, Returned(returned)] });
        }
        return seen;
    }

    private async Task<IReadOnlyList<Seen>> CallClasses()
    {
        List<Seen> seen = [];
        foreach (Callable callable in Callables.In(app.Assembly))
        {
            await using AsyncServiceScope scope = app.Host.Services.CreateAsyncScope();
            string? returned = null;
            Seen one = await Watch(
                Deed.Classes,
                callable.Name,
                async () => returned = await callable.Call(scope.ServiceProvider)
            );
            seen.Add(returned is null ? one : one with { Messages = [.. one.Messages, Returned(returned)] });
        }
        return seen;
    }

    private static Message Returned(string token) => new("returned", "", null, Tokens.Read(token), null, 0);

    private async Task<Seen> Watch(Deed deed, string name, Func<Task> act)
    {
        loopback.Take();
        string? error = null;
        try
        {
            await act().WaitAsync(TimeSpan.FromSeconds(10));
        }
        catch (Exception thrown)
        {
            error = Told(thrown is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : thrown);
        }
        return new Seen(deed, name, error, loopback.Take());
    }
}
