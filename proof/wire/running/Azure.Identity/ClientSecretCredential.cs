using System.Threading;
using System.Threading.Tasks;
using Azure.Core;

namespace Azure.Identity;

/// <summary>Opens nothing: no vault is asked.</summary>
public class ClientSecretCredential(string tenantId, string clientId, string clientSecret) : TokenCredential
{
    public string Names => $"{tenantId} {clientId} {clientSecret.Length}";

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => default;

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext,
        CancellationToken cancellationToken
    ) => default;
}
