#if ALTINN_APP_8_6_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
using System.Threading.Tasks;
using Altinn.App.Core.Internal.Maskinporten;

namespace Altinn.App.Core.Features.Maskinporten;

#pragma warning disable CS0618
internal sealed class LegacyMaskinportenTokenProvider(IMaskinportenClient client) : IMaskinportenTokenProvider
{
    public async Task<string> GetToken(string scopes) => await client.GetAccessToken([scopes]);

    public async Task<string> GetAltinnExchangedToken(string scopes) => await client.GetAltinnExchangedToken([scopes]);
}
#pragma warning restore CS0618
#endif
