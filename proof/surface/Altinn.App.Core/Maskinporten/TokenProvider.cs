#if ALTINN_APP_8_1_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
using System;
using System.Threading.Tasks;

namespace Altinn.App.Core.Internal.Maskinporten;

#if ALTINN_APP_8_3_OR_GREATER
[Obsolete("Gone in v9: use the built-in client.")]
#endif
public interface IMaskinportenTokenProvider
{
    Task<string> GetToken(string scopes);

    Task<string> GetAltinnExchangedToken(string scopes);
}
#endif
