using Microsoft.Extensions.Configuration;

namespace Altinn.App.Core.Extensions;

public static class ConfigurationBuilderExtensions
{
    public static void LoadAppConfig(this IConfigurationBuilder builder, string[]? args = null)
    {
        builder.AddEnvironmentVariables();
        builder.AddCommandLine(args ?? []);
    }
}
