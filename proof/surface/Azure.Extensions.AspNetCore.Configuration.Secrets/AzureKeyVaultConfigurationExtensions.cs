using System;
using Azure.Core;
using Azure.Extensions.AspNetCore.Configuration.Secrets;
using Azure.Security.KeyVault.Secrets;

namespace Microsoft.Extensions.Configuration;

public static class AzureKeyVaultConfigurationExtensions
{
    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        Uri vaultUri,
        TokenCredential credential
    ) => throw new NotSupportedException();

    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        Uri vaultUri,
        TokenCredential credential,
        KeyVaultSecretManager manager
    ) => throw new NotSupportedException();

    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        Uri vaultUri,
        TokenCredential credential,
        AzureKeyVaultConfigurationOptions options
    ) => throw new NotSupportedException();

    public static IConfigurationBuilder AddAzureKeyVault(
        this IConfigurationBuilder configurationBuilder,
        SecretClient client,
        KeyVaultSecretManager manager
    ) => throw new NotSupportedException();
}
