using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Models;

namespace Altinn.ApiClients.Maskinporten.Models
{
    public class TokenResponse
    {
        public string AccessToken { get; set; } = "";
    }
}

namespace Altinn.ApiClients.Maskinporten.Interfaces
{
    /// <summary>What the shims of Altinn.App lean on; no app here calls them.</summary>
    public interface IMaskinportenService
    {
        Task<TokenResponse> GetToken(string key, string? environment, string? clientId, string scope, string resource);

        Task<TokenResponse> ExchangeToAltinnToken(TokenResponse token, string? environment);
    }
}
