#nullable disable
using System;
using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Altinn.ApiClients.Maskinporten.Models;
#if MASKINPORTEN_9_0_OR_GREATER
using Settings = Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenSettings;
#else
using Settings = Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings;
#endif

namespace Altinn.ApiClients.Maskinporten.Interfaces
{
#if MASKINPORTEN_9_0_OR_GREATER
    public interface IMaskinportenSettings
    {
        string ClientId { get; set; }

        string Scope { get; set; }

        string Resource { get; set; }

        string Environment { get; set; }

        string CertificatePkcs12Path { get; set; }

        string CertificatePkcs12Password { get; set; }

        string CertificateStoreThumbprint { get; set; }

        string EncodedJwk { get; set; }

        string EncodedX509 { get; set; }

        string ConsumerOrgNo { get; set; }

#if MASKINPORTEN_10_1_OR_GREATER
        string Kid { get; set; }

        [Obsolete("Ignored from 10.1.")]
#endif
        string EnterpriseUserName { get; set; }

#if MASKINPORTEN_10_1_OR_GREATER
        [Obsolete("Ignored from 10.1.")]
#endif
        string EnterpriseUserPassword { get; set; }

        bool? ExhangeToAltinnToken { get; set; }

        string TokenExchangeEnvironment { get; set; }

#if MASKINPORTEN_10_1_OR_GREATER
        string TokenEndpoint { get; set; }

        string AssertionAudience { get; set; }

        string TokenExchangeEndpoint { get; set; }

#endif
        bool? UseAltinnTestOrg { get; set; }

        bool? EnableDebugLogging { get; set; }

        bool? OverwriteAuthorizationHeader { get; set; }
    }

#endif
    public interface IClientDefinition
    {
        Settings ClientSettings { get; set; }

        Task<ClientSecrets> GetClientSecrets();
    }
}

namespace Altinn.ApiClients.Maskinporten.Services
{
    public class SettingsJwkClientDefinition : IClientDefinition
    {
        public Settings ClientSettings { get; set; }

        public Task<ClientSecrets> GetClientSecrets() => throw new NotSupportedException();
    }

    public class SettingsX509ClientDefinition : IClientDefinition
    {
        public Settings ClientSettings { get; set; }

        public Task<ClientSecrets> GetClientSecrets() => throw new NotSupportedException();
    }

    public class Pkcs12ClientDefinition : IClientDefinition
    {
        public Settings ClientSettings { get; set; }

        public Task<ClientSecrets> GetClientSecrets() => throw new NotSupportedException();
    }

    public class CertificateStoreClientDefinition : IClientDefinition
    {
        public Settings ClientSettings { get; set; }

        public Task<ClientSecrets> GetClientSecrets() => throw new NotSupportedException();
    }
}
