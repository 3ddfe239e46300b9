#if ALTINN_APP_8_3_OR_GREATER
using System;
using Altinn.App.Core.Features.Maskinporten.Constants;
using Altinn.App.Core.Features.Maskinporten.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.App.Api.Extensions;

public static class HttpClientBuilderExtensions
{
#if !ALTINN_APP_8_5_OR_GREATER || ALTINN_APP_8_7_OR_GREATER
    public static IHttpClientBuilder UseMaskinportenAuthorization(
        this IHttpClientBuilder builder,
        string scope,
        params string[] additionalScopes
    ) => builder.AddMaskinportenHttpMessageHandler(scope, additionalScopes, TokenAuthority.Maskinporten);
#endif

#if ALTINN_APP_8_7_OR_GREATER
    public static IHttpClientBuilder UseMaskinportenAltinnAuthorization(
        this IHttpClientBuilder builder,
        string scope,
        params string[] additionalScopes
    ) => builder.AddMaskinportenHttpMessageHandler(scope, additionalScopes, TokenAuthority.AltinnTokenExchange);
#endif

#if ALTINN_APP_8_5_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
#if ALTINN_APP_8_7_OR_GREATER
    [Obsolete("Spelt UseMaskinportenAuthorization from 8.7.")]
#endif
    public static IHttpClientBuilder UseMaskinportenAuthorisation(
        this IHttpClientBuilder builder,
        string scope,
        params string[] additionalScopes
    ) => builder.AddMaskinportenHttpMessageHandler(scope, additionalScopes, TokenAuthority.Maskinporten);

#if ALTINN_APP_8_7_OR_GREATER
    [Obsolete("Spelt UseMaskinportenAltinnAuthorization from 8.7.")]
#endif
    public static IHttpClientBuilder UseMaskinportenAltinnAuthorisation(
        this IHttpClientBuilder builder,
        string scope,
        params string[] additionalScopes
    ) => builder.AddMaskinportenHttpMessageHandler(scope, additionalScopes, TokenAuthority.AltinnTokenExchange);
#endif
}
#endif
