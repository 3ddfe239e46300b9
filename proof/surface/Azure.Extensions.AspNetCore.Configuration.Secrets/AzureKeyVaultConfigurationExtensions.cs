using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Azure.Core;
using Azure.Extensions.AspNetCore.Configuration.Secrets;
using Azure.Security.KeyVault.Secrets;

namespace Microsoft.Extensions.Configuration;

/// <summary>Whatever vault is named, the one in the file is read.</summary>
public static class AzureKeyVaultConfigurationExtensions
{
    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        Uri vaultUri,
        TokenCredential credential
    ) => configurationBuilder.Add(new VaultSource());

    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        Uri vaultUri,
        TokenCredential credential,
        KeyVaultSecretManager manager
    ) => configurationBuilder.Add(new VaultSource());

    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        Uri vaultUri,
        TokenCredential credential,
        AzureKeyVaultConfigurationOptions options
    ) => configurationBuilder.Add(new VaultSource());

    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        SecretClient client,
        KeyVaultSecretManager manager
    ) => configurationBuilder.Add(new VaultSource());

    private sealed class VaultSource : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => new VaultProvider();
    }

    private sealed class VaultProvider : ConfigurationProvider
    {
        public override void Load()
        {
            string file = Environment.GetEnvironmentVariable("PROOF_VAULT") ?? "";
            var secrets = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
            Data = secrets.ToDictionary(
                secret => secret.Key.Replace("--", ConfigurationPath.KeyDelimiter),
                secret => (string?)secret.Value,
                StringComparer.OrdinalIgnoreCase
            );
        }
    }
}
