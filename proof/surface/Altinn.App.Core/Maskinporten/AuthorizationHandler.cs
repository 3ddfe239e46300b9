#if ALTINN_APP_8_3_OR_GREATER
using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Altinn.App.Core.Features.Maskinporten.Constants;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.App.Core.Features.Maskinporten.Constants
{
    internal enum TokenAuthority
    {
        Maskinporten,
        AltinnTokenExchange,
    }
}

namespace Altinn.App.Core.Features.Maskinporten.Extensions
{
    internal static class HttpClientBuilderExtensions
    {
        internal static IHttpClientBuilder AddMaskinportenHttpMessageHandler(
            this IHttpClientBuilder builder,
            string scope,
            IEnumerable<string> additionalScopes,
            TokenAuthority authority
        ) =>
            builder.AddHttpMessageHandler(provider => new AuthorizationHandler(
                TokensFor([scope, .. additionalScopes], authority, provider.GetRequiredService<IMaskinportenClient>())
            ));

        private static Func<CancellationToken, Task<string>> TokensFor(
            IReadOnlyList<string> scopes,
            TokenAuthority authority,
            IMaskinportenClient client
        ) =>
            authority switch
            {
#if ALTINN_APP_8_5_OR_GREATER
                TokenAuthority.Maskinporten => async cancelled => await client.GetAccessToken(scopes, cancelled),
                TokenAuthority.AltinnTokenExchange => async cancelled =>
                    await client.GetAltinnExchangedToken(scopes, cancelled),
#else
                TokenAuthority.Maskinporten => async cancelled =>
                    (await client.GetAccessToken(scopes, cancelled)).AccessToken,
#endif
                _ => throw new NotSupportedException(authority.ToString()),
            };
    }

    /// <summary>Sets the header whatever stands there, and asks once.</summary>
    internal sealed class AuthorizationHandler(Func<CancellationToken, Task<string>> token) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
#endif
