#nullable disable
using System;
using Microsoft.Azure.KeyVault;
using Microsoft.Extensions.Configuration.AzureKeyVault;

namespace Microsoft.Extensions.Configuration.AzureKeyVault
{
    public interface IKeyVaultSecretManager;

    public class DefaultKeyVaultSecretManager : IKeyVaultSecretManager;
}

namespace Microsoft.Extensions.Configuration
{
    public static class AzureKeyVaultConfigurationExtensions
    {
        public static IConfigurationBuilder AddAzureKeyVault(
            this IConfigurationBuilder configurationBuilder,
            string vault,
            string clientId,
            string clientSecret
        ) => throw new NotSupportedException();

        public static IConfigurationBuilder AddAzureKeyVault(
            this IConfigurationBuilder configurationBuilder,
            string vault,
            KeyVaultClient client,
            IKeyVaultSecretManager manager
        ) => throw new NotSupportedException();

        public static IConfigurationBuilder AddAzureKeyVault(this IConfigurationBuilder configurationBuilder, string vault) =>
            throw new NotSupportedException();
    }
}
