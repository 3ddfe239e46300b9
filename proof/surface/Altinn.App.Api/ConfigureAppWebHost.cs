using System;
using System.IO;

#if ALTINN_APP_8_12_5_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
using Altinn.App.Core.Features.Maskinporten.Extensions;
#endif
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Altinn.App.Api.Extensions;

/// <summary>The sources of configuration in the order in which each version adds them.</summary>
public static class WebHostBuilderExtensions
{
    public static void ConfigureAppWebHost(this IWebHostBuilder builder, string[] args)
    {
        builder.ConfigureAppConfiguration(
            (context, configuration) =>
            {
#if ALTINN_APP_8_3_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
                AddMaskinportenFile(configuration, context, "MaskinportenSettingsFilepath", "maskinporten-settings.json");
#endif
#if ALTINN_APP_8_5_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
                AddMaskinportenFile(
                    configuration,
                    context,
                    "MaskinportenSettingsInternalFilepath",
                    "maskinporten-settings-internal.json"
                );
#endif
#if ALTINN_APP_8_10_2_OR_GREATER
                if (!context.HostingEnvironment.IsDevelopment())
                {
                    AddOtherSecrets(configuration);
                }
#endif
                SecretFile.AddTo(configuration);
                configuration.AddEnvironmentVariables();
                configuration.AddCommandLine(args ?? []);
#if ALTINN_APP_8_9_OR_GREATER
                configuration.AddJsonFile("appsettings.Local.json", optional: true, reloadOnChange: true);
#endif
            }
        );
    }

#if ALTINN_APP_8_3_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
    private static void AddMaskinportenFile(
        IConfigurationBuilder configuration,
        WebHostBuilderContext context,
        string key,
        string name
    )
    {
        string file = Path.Combine(Deployment.AppSecrets, name);
#if ALTINN_APP_8_12_5_OR_GREATER
        configuration.AddMaskinportenSettingsFile(context, key, file);
#else
        string named = Path.GetFullPath(context.Configuration.GetValue<string>(key) ?? file);
        if (File.Exists(named))
        {
            configuration.AddJsonFile(
                new PhysicalFileProvider(Path.GetDirectoryName(named)!),
                Path.GetFileName(named),
                optional: true,
                reloadOnChange: true
            );
        }
#endif
    }
#endif

#if ALTINN_APP_8_10_2_OR_GREATER
    private static void AddOtherSecrets(IConfigurationBuilder configuration)
    {
        if (!Directory.Exists(Deployment.AppSecrets))
        {
            return;
        }
        string[] files = Directory.GetFiles(Deployment.AppSecrets, "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        foreach (string file in files)
        {
            string name = Path.GetFileName(file);
            if (name is "maskinporten-settings.json" or "maskinporten-settings-internal.json")
            {
                continue;
            }
            configuration.AddJsonFile(
                new PhysicalFileProvider(Deployment.AppSecrets),
                name,
                optional: true,
                reloadOnChange: true
            );
        }
    }
#endif
}
