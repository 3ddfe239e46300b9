using System;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.App.PlatformServices.Extensions;

public static class ServiceCollectionExtensions
{
    public static void AddPlatformServices(
        this IServiceCollection services,
        IConfiguration configuration,
        IWebHostEnvironment env
    ) => throw new NotSupportedException();

    public static void AddAppServices(
        this IServiceCollection services,
        IConfiguration configuration,
        IWebHostEnvironment env
    ) => throw new NotSupportedException();
}

public static class ConfigurationBuilderExtensions
{
    public static void LoadAppConfig(this IConfigurationBuilder builder, string[]? args) => throw new NotSupportedException();
}
