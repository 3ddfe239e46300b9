using System;
using System.IO;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;

namespace Altinn.App.Core.Extensions;

public static class ConfigurationBuilderExtensions
{
    /// <summary>What the host ends with, for apps that call it themselves.</summary>
    public static void LoadAppConfig(this IConfigurationBuilder builder, string[]? args = null)
    {
        string folder = Environment.GetEnvironmentVariable("PROOF_APPSETTINGS_SECRET") ?? "/altinn-appsettings-secret";
        if (Directory.Exists(folder))
        {
            PhysicalFileProvider files = new(folder);
            builder.AddJsonFile(files, "altinn-appsettings-secret.json", optional: true, reloadOnChange: true);
        }
        builder.AddEnvironmentVariables();
        builder.AddCommandLine(args ?? []);
#if ALTINN_APP_8_9_OR_GREATER
        builder.AddJsonFile("appsettings.Local.json", optional: true, reloadOnChange: true);
#endif
    }
}
