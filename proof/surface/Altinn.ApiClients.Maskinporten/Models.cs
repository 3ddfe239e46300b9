#nullable disable
using System;
using System.Security.Cryptography.X509Certificates;
using Microsoft.IdentityModel.Tokens;

namespace Altinn.ApiClients.Maskinporten.Models;

public class TokenResponse
{
    public string AccessToken { get; set; }

    public string TokenType { get; set; }

    public int ExpiresIn { get; set; }

    public string Scope { get; set; }
}

public class ClientSecrets
{
    public JsonWebKey ClientKey { get; set; }

    public X509Certificate2 ClientCertificate { get; set; }
}

public class TokenRequestException(string message) : ApplicationException(message);

#if MASKINPORTEN_10_1_OR_GREATER
public class MaskinportenRequestContext
{
    public SystemUser SystemUser { get; set; }
}

public class SystemUser
{
    public string OrganizationNumber { get; set; }

    public string ExternalReference { get; set; }
}
#endif
