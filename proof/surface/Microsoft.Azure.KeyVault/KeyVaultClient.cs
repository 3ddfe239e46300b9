#nullable disable
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Azure.KeyVault.Models;

namespace Microsoft.Azure.KeyVault
{
    public interface IKeyVaultClient : IDisposable;

    public class KeyVaultClient : IKeyVaultClient
    {
        public delegate Task<string> AuthenticationCallback(string authority, string resource, string scope);

        public KeyVaultClient(AuthenticationCallback authenticationCallback, params DelegatingHandler[] handlers) { }

        void IDisposable.Dispose() { }
    }

    public static class KeyVaultClientExtensions
    {
        public static Task<SecretBundle> GetSecretAsync(
            this IKeyVaultClient operations,
            string secretIdentifier,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();

        public static Task<SecretBundle> GetSecretAsync(
            this IKeyVaultClient operations,
            string vaultBaseUrl,
            string secretName,
            CancellationToken cancellationToken = default
        ) => throw new NotSupportedException();
    }
}

namespace Microsoft.Azure.KeyVault.Models
{
    public class SecretItem
    {
        public string Id { get; set; }
    }

    public class SecretBundle
    {
        public string Value { get; set; }

        public string Id { get; set; }
    }
}
