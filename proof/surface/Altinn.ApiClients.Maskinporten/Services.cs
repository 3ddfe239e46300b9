#if MASKINPORTEN_2_0_OR_GREATER
#nullable disable
using System;
using System.Net.Http;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Altinn.ApiClients.Maskinporten.Models;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Altinn.ApiClients.Maskinporten.Interfaces
{
    public interface IMaskinportenService
    {
        Task<TokenResponse> GetToken(
            X509Certificate2 cert,
            string environment,
            string clientId,
            string scope,
            string resource,
            string consumerOrgNo = null,
            bool disableCaching = false
        );

        Task<TokenResponse> GetToken(
            JsonWebKey jwk,
            string environment,
            string clientId,
            string scope,
            string resource,
            string consumerOrgNo = null,
            bool disableCaching = false
        );

        Task<TokenResponse> GetToken(
            string base64EncodedJWK,
            string environment,
            string clientId,
            string scope,
            string resource,
            string consumerOrgNo = null,
            bool disableCaching = false
        );

        Task<TokenResponse> GetToken(IClientDefinition clientDefinition, bool disableCaching = false);

#if MASKINPORTEN_10_1_OR_GREATER
        Task<TokenResponse> GetToken(
            IClientDefinition clientDefinition,
            MaskinportenRequestContext requestContext,
            bool disableCaching = false
        );

#endif
        Task<TokenResponse> ExchangeToAltinnToken(
            TokenResponse tokenResponse,
            string environment,
            string userName = null,
            string password = null,
            bool disableCaching = false,
            bool isTestOrg = false
        );
    }

    public interface ITokenCacheProvider
    {
        Task<(bool success, TokenResponse result)> TryGetToken(string key);

        Task Set(string key, TokenResponse value, TimeSpan timeToLive);
    }
}

namespace Altinn.ApiClients.Maskinporten.Services
{
    public class MaskinportenService(
        HttpClient httpClient,
        ILogger<MaskinportenService> logger,
        ITokenCacheProvider tokenCacheProvider
    ) : IMaskinportenService
    {
        public Task<TokenResponse> GetToken(
            X509Certificate2 cert,
            string environment,
            string clientId,
            string scope,
            string resource,
            string consumerOrgNo = null,
            bool disableCaching = false
        ) => throw new NotSupportedException();

        public Task<TokenResponse> GetToken(
            JsonWebKey jwk,
            string environment,
            string clientId,
            string scope,
            string resource,
            string consumerOrgNo = null,
            bool disableCaching = false
        ) => throw new NotSupportedException();

        public Task<TokenResponse> GetToken(
            string base64EncodedJwk,
            string environment,
            string clientId,
            string scope,
            string resource,
            string consumerOrgNo = null,
            bool disableCaching = false
        ) => throw new NotSupportedException();

        public Task<TokenResponse> GetToken(IClientDefinition clientDefinition, bool disableCaching = false) =>
            throw new NotSupportedException();

#if MASKINPORTEN_10_1_OR_GREATER
        public Task<TokenResponse> GetToken(
            IClientDefinition clientDefinition,
            MaskinportenRequestContext requestContext,
            bool disableCaching = false
        ) => throw new NotSupportedException();
#endif

        public Task<TokenResponse> ExchangeToAltinnToken(
            TokenResponse tokenResponse,
            string environment,
            string userName = null,
            string password = null,
            bool disableCaching = false,
            bool isTestOrg = false
        ) => throw new NotSupportedException();
    }

    public class MemoryTokenCacheProvider(IMemoryCache memoryCache) : ITokenCacheProvider
    {
        public Task<(bool success, TokenResponse result)> TryGetToken(string key) => throw new NotSupportedException();

        public Task Set(string key, TokenResponse value, TimeSpan timeToLive) => throw new NotSupportedException();
    }

    public class FileTokenCacheProvider : ITokenCacheProvider
    {
        public FileTokenCacheProvider(string pathToCacheFile) { }

        public FileTokenCacheProvider() { }

        public Task<(bool success, TokenResponse result)> TryGetToken(string key) => throw new NotSupportedException();

        public Task Set(string key, TokenResponse value, TimeSpan timeToLive) => throw new NotSupportedException();
    }
}

namespace Altinn.ApiClients.Maskinporten.Handlers
{
    public class MaskinportenTokenHandler(IMaskinportenService maskinporten, IClientDefinition clientDefinition)
        : DelegatingHandler;
}

#if MASKINPORTEN_5_0_OR_GREATER
namespace Altinn.ApiClients.Maskinporten.Helpers
{
    public static class MaskinportenClientDefinitionHelper
    {
        public static string GetClientDefinitionKey<TClient>()
            where TClient : class => throw new NotSupportedException();
    }
}
#endif
#endif
