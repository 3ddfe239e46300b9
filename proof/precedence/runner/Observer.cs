using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Maskinflytt.Proof.Precedence;

/// <summary>What a built host has for configuration, and what its clients do with it.</summary>
public static class Observer
{
    public static async Task<Answer> Observe(Start start, IHost host)
    {
        IConfiguration configuration = host.Services.GetRequiredService<IConfiguration>();
        Dictionary<string, string?> values = configuration
            .GetSection("MaskinportenSettings")
            .AsEnumerable(makePathsRelative: true)
            .ToDictionary(one => one.Key.ToLowerInvariant(), one => one.Value);
        Dictionary<string, Asked> clients = [];
        foreach (string client in start.Clients)
        {
            clients[client] = await Ask(host, client);
        }
        return new Answer(start.Id, null, [], values, [.. SourcesOf((IConfigurationRoot)configuration)], clients);
    }

    private static async Task<Asked> Ask(IHost host, string client)
    {
        FakeMaskinporten.Asked = null;
        try
        {
            using HttpClient http = host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(client);
            await http.GetAsync("https://mottaker.example/");
        }
        catch (Exception error)
        {
            return FakeMaskinporten.Asked ?? new Asked($"{error.GetType().Name}: {error.Message}", "", "", "", "");
        }
        return FakeMaskinporten.Asked ?? new Asked("nobody was asked", "", "", "", "");
    }

    /// <summary>Those that an app or its host has added, by the names that the tool gives them.</summary>
    private static IEnumerable<string> SourcesOf(IConfigurationRoot root) =>
        root.Providers.Select(NameOf).Where(name => name != "");

    private static string NameOf(IConfigurationProvider provider) =>
        provider switch
        {
            JsonConfigurationProvider json => NameOf(Path.GetFileName(json.Source.Path!)),
            EnvironmentVariablesConfigurationProvider when !provider.ToString()!.Contains("Prefix") => "environment",
            MemoryConfigurationProvider when provider.TryGet("Skogv", out _) => "custom",
            _ when provider.GetType().Name == "VaultProvider" => "vault",
            _ => "",
        };

    private static string NameOf(string file) =>
        file switch
        {
            "maskinporten-settings.json" => "studio",
            "appsettings.Local.json" => "local-file",
            "own.json" or "other-settings.json" => "custom",
            _ when file.StartsWith("appsettings.") => "settings",
            _ => "",
        };
}
