using System;
using Altinn.App.Core.Configuration;
#if ALTINN_APP_8_3_OR_GREATER
using Altinn.App.Core.Features.Maskinporten.Extensions;
using Altinn.App.Core.Features.Maskinporten.Models;
#endif
using Altinn.App.Core.Internal.Secrets;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Altinn.App.Api.Extensions;

public static class ServiceCollectionExtensions
{
    public static void AddAltinnAppControllersWithViews(this IServiceCollection services) =>
        services.AddControllersWithViews();

    public static void AddAltinnAppServices(
        this IServiceCollection services,
        IConfiguration config,
        IWebHostEnvironment env
    )
    {
        services.Configure<PlatformSettings>(config.GetSection(nameof(PlatformSettings)));
        services.AddHttpClient();
        services.AddMemoryCache();
        services.TryAddTransient<ISecretsClient>(_ => VaultSecrets.Create());
#if ALTINN_APP_8_7_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
        services.TryAddSingleton<Microsoft.Extensions.Caching.Hybrid.HybridCache, TokenCache>();
#endif
#if ALTINN_APP_9_0_OR_GREATER
        services.AddMaskinportenClient(Deployment.AppSecrets);
#elif ALTINN_APP_8_3_OR_GREATER
        services.AddMaskinportenClient();
#endif
    }

#if ALTINN_APP_8_3_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
    public static IServiceCollection ConfigureMaskinportenClient(
        this IServiceCollection services,
        Action<MaskinportenSettings> configureOptions
    ) => Core.Features.Maskinporten.Extensions.ServiceCollectionExtensions.ConfigureMaskinportenClient(
        services,
        configureOptions
    );
#endif

#if ALTINN_APP_8_3_4_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
    public static IServiceCollection ConfigureMaskinportenClient(
        this IServiceCollection services,
        string configSectionPath
    ) => Core.Features.Maskinporten.Extensions.ServiceCollectionExtensions.ConfigureMaskinportenClient(
        services,
        configSectionPath
    );
#endif
}
