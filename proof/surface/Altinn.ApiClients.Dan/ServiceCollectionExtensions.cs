using System;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.ApiClients.Dan.Extensions;

public static class ServiceCollectionExtensions
{
#if DAN_3_0_OR_GREATER
    public static IHttpClientBuilder AddDanClient(this IServiceCollection services, IConfiguration config) =>
        throw new NotSupportedException();
#else
    public static void AddDanClient(this IServiceCollection services, IConfiguration config) =>
        throw new NotSupportedException();

    public static void AddDanClient(this IServiceCollection services, string clientDefinitionKey, IConfiguration config) =>
        throw new NotSupportedException();
#endif
}
