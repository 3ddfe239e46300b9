namespace Altinn.App.Core.Configuration;

public class PlatformSettings
{
    public string ApiAuthenticationEndpoint { get; set; } = "http://localhost:5101/authentication/api/v1/";

    public string SubscriptionKey { get; set; } = "";
}
