using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Configuration.Memory;

namespace Maskinflytt.Proof.Wire;

/// <summary>The configuration of a built app: its providers in order, and who supplies each key.</summary>
public sealed class ConfigurationView(IHost host)
{
    private readonly IConfigurationRoot _root = (IConfigurationRoot)host.Services.GetRequiredService<IConfiguration>();

    public IReadOnlyList<string> Providers() => [.. _root.Providers.Select(NameOf)];

    public IReadOnlyDictionary<string, Setting> Section(string path)
    {
        IConfigurationProvider[] providers = [.. _root.Providers];
        Dictionary<string, Setting> settings = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string? value) in _root.GetSection(path).AsEnumerable(makePathsRelative: true))
        {
            int winner = Array.FindLastIndex(providers, one => one.TryGet($"{path}:{key}", out _));
            if (key != "" && winner >= 0)
            {
                settings[key] = new Setting(value, winner);
            }
        }
        return settings;
    }

    private static string NameOf(IConfigurationProvider provider) =>
        provider switch
        {
            JsonConfigurationProvider json => $"file:{json.Source.Path}",
            EnvironmentVariablesConfigurationProvider variables => $"environment:{PrefixOf(variables)}",
            CommandLineConfigurationProvider => "command-line",
            MemoryConfigurationProvider => "memory",
            ChainedConfigurationProvider => "chained",
            _ when provider.GetType().Name == "VaultProvider" => "vault",
            _ => $"other:{provider.GetType().Name}",
        };

    private static string PrefixOf(EnvironmentVariablesConfigurationProvider variables) =>
        variables.ToString()!.Split('\'') is [_, string prefix, ..] ? prefix : "";
}
