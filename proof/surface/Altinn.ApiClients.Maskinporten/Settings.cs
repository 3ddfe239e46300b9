#nullable disable
#if MASKINPORTEN_9_0_OR_GREATER
using Altinn.ApiClients.Maskinporten.Interfaces;
#endif

namespace Altinn.ApiClients.Maskinporten.Config;

#if MASKINPORTEN_9_0_OR_GREATER
public class MaskinportenSettings : IMaskinportenSettings
#else
public class MaskinportenSettings
#endif
{
    public string ClientId { get; set; }

    public string Scope { get; set; }

    public string Resource { get; set; }

    public string Environment { get; set; }

    public string CertificatePkcs12Path { get; set; }

    public string CertificatePkcs12Password { get; set; }

    public string CertificateStoreThumbprint { get; set; }

    public string EncodedJwk { get; set; }

    public string EncodedX509 { get; set; }

    public string ConsumerOrgNo { get; set; }

#if MASKINPORTEN_10_1_OR_GREATER
    public string Kid { get; set; }

    [System.Obsolete("Ignored from 10.1.")]
#endif
    public string EnterpriseUserName { get; set; }

#if MASKINPORTEN_10_1_OR_GREATER
    [System.Obsolete("Ignored from 10.1.")]
#endif
    public string EnterpriseUserPassword { get; set; }

    public bool? ExhangeToAltinnToken { get; set; }

#if MASKINPORTEN_8_0_OR_GREATER
    public string TokenExchangeEnvironment { get; set; }
#endif

#if MASKINPORTEN_10_1_OR_GREATER
    public string TokenEndpoint { get; set; }

    public string AssertionAudience { get; set; }

    public string TokenExchangeEndpoint { get; set; }

#endif
    public bool? UseAltinnTestOrg { get; set; }

    public bool? EnableDebugLogging { get; set; }

    public bool? OverwriteAuthorizationHeader { get; set; }
}

#if !MASKINPORTEN_2_0_OR_GREATER
public class MaskinportenSettings<TDefinition> : MaskinportenSettings;
#endif
