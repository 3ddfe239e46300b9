#if !MASKINPORTEN_2_0_OR_GREATER
#nullable disable
using System.Net.Http;
using Altinn.ApiClients.Maskinporten.Interfaces;

namespace Altinn.ApiClients.Maskinporten.Interfaces
{
    public interface IMaskinporten;
}

namespace Altinn.ApiClients.Maskinporten.Services
{
    public class MaskinportenService(HttpClient httpClient) : IMaskinporten
    {
        public HttpClient Http => httpClient;
    }
}

namespace Altinn.ApiClients.Maskinporten.Handlers
{
    public class MaskinportenTokenHandler<TDefinition>(IMaskinporten maskinporten, TDefinition definition) : DelegatingHandler
        where TDefinition : class, IClientDefinition
    {
        public IMaskinporten Maskinporten => maskinporten;

        public TDefinition Definition => definition;
    }
}
#endif
