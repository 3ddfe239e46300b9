#if ALTINN_APP_8_3_OR_GREATER
using System;
#if ALTINN_APP_9_0_OR_GREATER
using System.IO;
#else
using System.Linq;
#endif
using Altinn.App.Core.Features.Maskinporten.Models;
#if ALTINN_APP_8_6_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
using Altinn.App.Core.Internal.Maskinporten;
#endif
#if ALTINN_APP_9_0_OR_GREATER
using Microsoft.Extensions.Configuration;
#endif
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Altinn.App.Core.Features.Maskinporten.Extensions;

internal static class ServiceCollectionExtensions
{
#if ALTINN_APP_9_0_OR_GREATER
    /// <summary>Bound to the provisioned file alone: no section of the app's own configuration is read.</summary>
    internal static IServiceCollection AddMaskinportenClient(this IServiceCollection services, string appSecrets)
    {
        services
            .AddOptions<MaskinportenSettings>()
            .Configure(settings =>
                new ConfigurationBuilder()
                    .AddJsonFile(Path.Combine(appSecrets, "maskinporten-settings.json"), optional: true)
                    .Build()
                    .GetSection("MaskinportenSettings")
                    .Bind(settings)
            )
            .ValidateDataAnnotations();
        services.TryAddSingleton<IMaskinportenClient>(Client);
        return services;
    }
#else
    internal static IServiceCollection AddMaskinportenClient(this IServiceCollection services)
    {
        bool configured = services.Any(service => service.ServiceType == typeof(IConfigureOptions<MaskinportenSettings>));
        if (!configured)
        {
            services.ConfigureMaskinportenClient("MaskinportenSettings");
        }
        services.TryAddSingleton<IMaskinportenClient>(Client);
#if ALTINN_APP_8_6_OR_GREATER
#pragma warning disable CS0618
        services.TryAddTransient<IMaskinportenTokenProvider, LegacyMaskinportenTokenProvider>();
#pragma warning restore CS0618
#endif
        return services;
    }

    internal static IServiceCollection ConfigureMaskinportenClient(this IServiceCollection services, string path)
    {
        services.AddOptions<MaskinportenSettings>().BindConfiguration(path).ValidateDataAnnotations();
        return services;
    }

    internal static IServiceCollection ConfigureMaskinportenClient(
        this IServiceCollection services,
        Action<MaskinportenSettings> configure
    )
    {
        services.AddOptions<MaskinportenSettings>().Configure(configure).ValidateDataAnnotations();
        return services;
    }
#endif

    private static MaskinportenClient Client(IServiceProvider provider) =>
        ActivatorUtilities.CreateInstance<MaskinportenClient>(provider, Options.DefaultName);
}
#endif
