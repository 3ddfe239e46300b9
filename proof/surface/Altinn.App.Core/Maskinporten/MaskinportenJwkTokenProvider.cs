#if ALTINN_APP_8_1_OR_GREATER && !ALTINN_APP_9_0_OR_GREATER
using System;
using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Interfaces;
using Altinn.ApiClients.Maskinporten.Models;
using Altinn.App.Core.Internal.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Altinn.App.Core.Internal.Maskinporten;

#if ALTINN_APP_8_3_OR_GREATER
[Obsolete("Gone in v9: use the built-in client.")]
#endif
public class MaskinportenJwkTokenProvider(
    IMaskinportenService maskinportenService,
    IOptions<MaskinportenSettings> maskinportenSettings,
    ISecretsClient secretsClient,
    string secretKeyName
) : IMaskinportenTokenProvider
{
    private readonly MaskinportenSettings _settings = maskinportenSettings.Value;

    public async Task<string> GetToken(string scopes) => (await Asked(scopes)).AccessToken;

    public async Task<string> GetAltinnExchangedToken(string scopes)
    {
        TokenResponse token = await Asked(scopes);
        return (await maskinportenService.ExchangeToAltinnToken(token, _settings.Environment)).AccessToken;
    }

    private async Task<TokenResponse> Asked(string scopes)
    {
        string key = await secretsClient.GetSecretAsync(secretKeyName);
        return await maskinportenService.GetToken(key, _settings.Environment, _settings.ClientId, scopes, "");
    }
}

public static class MaskinportenExtensions
{
#if ALTINN_APP_8_3_OR_GREATER
    [Obsolete("Gone in v9: use the built-in client.")]
#endif
    public static IServiceCollection AddMaskinportenJwkTokenProvider(
        this IServiceCollection services,
        string secretKeyName
    ) =>
        services.AddTransient<IMaskinportenTokenProvider>(provider => new MaskinportenJwkTokenProvider(
            provider.GetRequiredService<IMaskinportenService>(),
            provider.GetRequiredService<IOptions<MaskinportenSettings>>(),
            provider.GetRequiredService<ISecretsClient>(),
            secretKeyName
        ));
}
#endif
