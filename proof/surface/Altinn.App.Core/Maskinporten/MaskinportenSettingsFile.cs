#if ALTINN_APP_8_12_5_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
using System.IO;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;

namespace Altinn.App.Core.Features.Maskinporten.Extensions;

internal static class WebHostBuilderExtensions
{
    /// <summary>Watched from the nearest folder that is there, so that a file which comes later is read.</summary>
    internal static IConfigurationBuilder AddMaskinportenSettingsFile(
        this IConfigurationBuilder configuration,
        WebHostBuilderContext context,
        string configurationKey,
        string defaultFileLocation
    )
    {
        string file = Path.GetFullPath(context.Configuration.GetValue<string>(configurationKey) ?? defaultFileLocation);
        string folder = Path.GetDirectoryName(file)!;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }
        PhysicalFileProvider files = new(folder) { UsePollingFileWatcher = true, UseActivePolling = true };
        return configuration.AddJsonFile(files, Path.GetRelativePath(folder, file), optional: true, reloadOnChange: true);
    }
}
#endif
