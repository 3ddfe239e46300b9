using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Altinn.App.Api.Extensions;

/// <summary>A vault in a file: two hyphens in a secret's name are a colon in configuration.</summary>
internal sealed class VaultSource : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => new VaultProvider();

    internal static IReadOnlyDictionary<string, string> Secrets()
    {
        if (Deployment.Vault is not { } file || !File.Exists(file))
        {
            return new Dictionary<string, string>();
        }
        var secrets = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file));
        return new Dictionary<string, string>(secrets ?? [], StringComparer.OrdinalIgnoreCase);
    }
}

internal sealed class VaultProvider : ConfigurationProvider
{
    public override void Load() =>
        Data = VaultSource
            .Secrets()
            .ToDictionary(
                secret => secret.Key.Replace("--", ConfigurationPath.KeyDelimiter),
                secret => (string?)secret.Value,
                StringComparer.OrdinalIgnoreCase
            );
}
