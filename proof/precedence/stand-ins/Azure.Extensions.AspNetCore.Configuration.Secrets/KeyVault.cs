using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace Azure.Identity
{
    public class ClientSecretCredential
    {
        public ClientSecretCredential(string? tenantId, string? clientId, string? clientSecret) { }
    }
}

namespace Microsoft.Extensions.Configuration
{
    public static class AzureKeyVaultConfigurationExtensions
    {
        public static IConfigurationBuilder AddAzureKeyVault(
            this IConfigurationBuilder configuration,
            Uri vault,
            global::Azure.Identity.ClientSecretCredential credential
        ) => configuration.Add(new VaultSource());
    }

    /// <summary>A vault in a file: two hyphens in a secret's name are a colon in configuration.</summary>
    internal sealed class VaultSource : IConfigurationSource
    {
        public IConfigurationProvider Build(IConfigurationBuilder builder) => new VaultProvider();
    }

    internal sealed class VaultProvider : ConfigurationProvider
    {
        public override void Load()
        {
            string file = Environment.GetEnvironmentVariable("PROOF_VAULT") ?? "";
            var secrets = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? [];
            Data = secrets.ToDictionary(
                secret => secret.Key.Replace("--", ":"),
                secret => (string?)secret.Value,
                StringComparer.OrdinalIgnoreCase
            );
        }
    }
}
