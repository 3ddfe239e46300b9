using System.IO;
using System.Text.Json;

namespace Altinn.App.Api.Helpers;

public static class StartupHelper
{
    public static string GetApplicationId()
    {
        using JsonDocument metadata = JsonDocument.Parse(File.ReadAllText("config/applicationmetadata.json"));
        return metadata.RootElement.GetProperty("id").GetString() ?? "";
    }
}
