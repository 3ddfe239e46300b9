using System;
using Microsoft.Extensions.DependencyInjection;

namespace Nordfelles.Maskinporten;

/// <summary>An invented library, with the names of Altinn's and other meanings.</summary>
public static class ServiceCollectionExtensions
{
    public static IHttpClientBuilder AddMaskinportenHttpClient(
        this IServiceCollection services,
        string clientName,
        string[] scopes
    ) => throw new NotSupportedException();

    public static IHttpClientBuilder AddMaskinportenHttpClient<TClient>(
        this IServiceCollection services,
        Action<MaskinportenOptions> configure
    )
        where TClient : class => throw new NotSupportedException();

    public static IServiceCollection AddMaskinportenTokenProvider(this IServiceCollection services, string name) =>
        throw new NotSupportedException();
}

public static class HttpClientBuilderExtensions
{
    public static IHttpClientBuilder UseMaskinportenAuthorization(this IHttpClientBuilder builder, string[] scopes) =>
        throw new NotSupportedException();
}

public class MaskinportenOptions
{
    public string[] Scopes { get; set; } = [];
}
