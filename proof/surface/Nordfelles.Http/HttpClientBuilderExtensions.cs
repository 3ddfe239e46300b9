using System;
using Microsoft.Extensions.DependencyInjection;

namespace Nordfelles.Http;

/// <summary>An invented library, with the names of Altinn's and other meanings.</summary>
public static class HttpClientBuilderExtensions
{
    public static IHttpClientBuilder UseMaskinportenAuthorisation(this IHttpClientBuilder builder, string[] scopes) =>
        throw new NotSupportedException();
}
