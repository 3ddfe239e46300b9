#if MASKINPORTEN_2_0_OR_GREATER
#nullable disable
using System;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
#if MASKINPORTEN_9_0_OR_GREATER
using Settings = Altinn.ApiClients.Maskinporten.Interfaces.IMaskinportenSettings;
#else
using Settings = Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings;
#endif

namespace Altinn.ApiClients.Maskinporten.Extensions;

public static class ServiceCollectionExtensions
{
#if MASKINPORTEN_3_0_OR_GREATER
    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition>(
        this IServiceCollection services,
        string httpClientName,
        Settings settings,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();

    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition>(
        this IServiceCollection services,
        string httpClientName,
        IConfiguration config,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();
#else
    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition>(
        this IServiceCollection services,
        IConfiguration config,
        string httpClientName,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();

    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition>(
        this IServiceCollection services,
        Settings settings,
        string httpClientName,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();
#endif

    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition, THttpClient>(
        this IServiceCollection services,
        Settings settings,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition
        where THttpClient : class => throw new NotSupportedException();

    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition, THttpClient>(
        this IServiceCollection services,
        IConfiguration config,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition
        where THttpClient : class => throw new NotSupportedException();

#if MASKINPORTEN_9_1_OR_GREATER
    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition, THttpClient, THttpClientImplementation>(
        this IServiceCollection services,
        Settings settings,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition
        where THttpClient : class
        where THttpClientImplementation : class, THttpClient => throw new NotSupportedException();

    public static IHttpClientBuilder AddMaskinportenHttpClient<TClientDefinition, THttpClient, THttpClientImplementation>(
        this IServiceCollection services,
        IConfiguration config,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition
        where THttpClient : class
        where THttpClientImplementation : class, THttpClient => throw new NotSupportedException();

#endif
#if MASKINPORTEN_5_0_OR_GREATER
    public static void RegisterMaskinportenClientDefinition<TClientDefinition>(
        this IServiceCollection services,
        string clientDefinitionKey,
        Settings settings
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();

    public static void RegisterMaskinportenClientDefinition<TClientDefinition>(
        this IServiceCollection services,
        string clientDefinitionKey,
        IConfiguration config
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();
#elif MASKINPORTEN_4_0_OR_GREATER
    public static void RegisterMaskinportenHttpClient<TClientDefinition>(
        this IServiceCollection services,
        string clientDefinitionKey,
        IConfiguration config
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();
#endif
}

#if MASKINPORTEN_4_0_OR_GREATER
public static class HttpClientBuilderExtensions
{
    public static IHttpClientBuilder AddMaskinportenHttpMessageHandler<TClientDefinition>(
        this IHttpClientBuilder clientBuilder,
        string httpClientName,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition => throw new NotSupportedException();

    public static IHttpClientBuilder AddMaskinportenHttpMessageHandler<TClientDefinition, THttpClient>(
        this IHttpClientBuilder clientBuilder,
        Action<TClientDefinition> configureClientDefinition = null
    )
        where TClientDefinition : class, IClientDefinition
        where THttpClient : class => throw new NotSupportedException();
}
#endif
#endif
