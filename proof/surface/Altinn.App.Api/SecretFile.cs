using System.IO;
using System.Linq;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Altinn.App.Api.Extensions;

/// <summary>The app's own secret file: added by whoever comes first, and once.</summary>
internal static class SecretFile
{
    private const string Name = "altinn-appsettings-secret.json";

    internal static void AddTo(IConfigurationBuilder configuration)
    {
        string folder = Deployment.SecretFolder;
        bool added = configuration.Sources.OfType<JsonConfigurationSource>().Any(source => source.Path == Name);
        if (!added && Directory.Exists(folder))
        {
            configuration.AddJsonFile(new PhysicalFileProvider(folder), Name, optional: true, reloadOnChange: true);
        }
    }
}
