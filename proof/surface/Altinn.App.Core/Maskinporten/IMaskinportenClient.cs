#if ALTINN_APP_8_3_OR_GREATER
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
#if ALTINN_APP_8_5_OR_GREATER
using Altinn.App.Core.Models;
#else
using Altinn.App.Core.Features.Maskinporten.Models;
#endif

namespace Altinn.App.Core.Features.Maskinporten;

public interface IMaskinportenClient
{
#if ALTINN_APP_8_5_OR_GREATER
    Task<JwtToken> GetAccessToken(IEnumerable<string> scopes, CancellationToken cancellationToken = default);

    Task<JwtToken> GetAltinnExchangedToken(IEnumerable<string> scopes, CancellationToken cancellationToken = default);
#else
    Task<MaskinportenTokenResponse> GetAccessToken(
        IEnumerable<string> scopes,
        CancellationToken cancellationToken = default
    );
#endif
}
#endif
