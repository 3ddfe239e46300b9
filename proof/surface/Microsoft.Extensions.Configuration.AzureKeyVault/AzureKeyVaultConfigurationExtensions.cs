#nullable disable
using System;
using Microsoft.Azure.KeyVault;
using Microsoft.Azure.KeyVault.Models;
using Microsoft.Extensions.Configuration.AzureKeyVault;

namespace Microsoft.Extensions.Configuration.AzureKeyVault
{
    public interface IKeyVaultSecretManager
    {
        bool Load(SecretItem secret);

        string GetKey(SecretBundle secret);
    }

    public class DefaultKeyVaultSecretManager : IKeyVaultSecretManager
    {
        public virtual bool Load(SecretItem secret) => throw new NotSupportedException();

        public virtual string GetKey(SecretBundle secret) => throw new NotSupportedException();
    }
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
