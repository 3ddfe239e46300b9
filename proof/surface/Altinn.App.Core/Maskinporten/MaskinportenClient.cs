#if ALTINN_APP_8_3_OR_GREATER
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
#if ALTINN_APP_8_5_OR_GREATER
using System.Net.Http.Headers;
#endif
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Altinn.App.Core.Features.Maskinporten.Exceptions;
using Altinn.App.Core.Features.Maskinporten.Models;
#if ALTINN_APP_8_5_OR_GREATER
using Altinn.App.Core.Configuration;
using Altinn.App.Core.Models;
#endif
using Microsoft.Extensions.Options;

namespace Altinn.App.Core.Features.Maskinporten;

/// <summary>Asks with a grant that it signs itself, and remembers what it was given for each set of scopes.</summary>
internal sealed class MaskinportenClient(
    string name,
    IOptionsMonitor<MaskinportenSettings> options,
#if ALTINN_APP_8_5_OR_GREATER
    IOptions<PlatformSettings> platform,
#endif
    IHttpClientFactory clients
) : IMaskinportenClient
{
    private readonly ConcurrentDictionary<string, string> _tokens = new();

#if ALTINN_APP_8_5_OR_GREATER
    public async Task<JwtToken> GetAccessToken(
        IEnumerable<string> scopes,
        CancellationToken cancellationToken = default
    ) => JwtToken.Parse(await Token(Joined(scopes), cancellationToken));

    public async Task<JwtToken> GetAltinnExchangedToken(
        IEnumerable<string> scopes,
        CancellationToken cancellationToken = default
    ) => JwtToken.Parse(await ExchangedToken(Joined(scopes), cancellationToken));
#else
    public async Task<MaskinportenTokenResponse> GetAccessToken(
        IEnumerable<string> scopes,
        CancellationToken cancellationToken = default
    ) =>
        new()
        {
            AccessToken = await Token(Joined(scopes), cancellationToken),
            TokenType = "Bearer",
            ExpiresIn = 120,
            Scope = Joined(scopes),
        };
#endif

    private static string Joined(IEnumerable<string> scopes) => string.Join(' ', scopes.Distinct());

    private async Task<string> Token(string scope, CancellationToken cancellationToken)
    {
        if (!_tokens.TryGetValue(scope, out string? token))
        {
            token = _tokens[scope] = await Asked(scope, cancellationToken);
        }
        return token;
    }

    private async Task<string> Asked(string scope, CancellationToken cancellationToken)
    {
        MaskinportenSettings settings = Settings();
        using HttpClient http = clients.CreateClient();
        string audience = await Audience(http, settings.Authority, cancellationToken);
        using FormUrlEncodedContent form = new(
            new Dictionary<string, string>
            {
                ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
                ["assertion"] = Grant(settings, audience, scope),
            }
        );
        using HttpResponseMessage answer = await http.PostAsync(
            $"{settings.Authority.Trim('/')}/token",
            form,
            cancellationToken
        );
        string body = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new MaskinportenAuthenticationException($"Maskinporten answered {(int)answer.StatusCode}.");
        }
        using JsonDocument said = JsonDocument.Parse(body);
        return said.RootElement.GetProperty("access_token").GetString()!;
    }

    private MaskinportenSettings Settings()
    {
        try
        {
            return options.Get(name);
        }
        catch (OptionsValidationException missing)
        {
            throw new MaskinportenConfigurationException("The settings are incomplete.", missing);
        }
    }

    private static async Task<string> Audience(HttpClient http, string authority, CancellationToken cancellationToken)
    {
        Uri metadata = new(new Uri(authority), ".well-known/oauth-authorization-server");
        using HttpResponseMessage answer = await http.GetAsync(metadata, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            return authority.TrimEnd('/') + "/";
        }
        using JsonDocument said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        return said.RootElement.GetProperty("issuer").GetString()!;
    }

    private static string Grant(MaskinportenSettings settings, string audience, string scope)
    {
        JwkWrapper key = KeyOf(settings);
        DateTimeOffset now = DateTimeOffset.UtcNow;
        string header = JsonSerializer.Serialize(new { alg = "RS256", kid = key.Kid, typ = "JWT" });
        string claims = JsonSerializer.Serialize(
            new
            {
                aud = audience,
                iss = settings.ClientId,
                iat = now.ToUnixTimeSeconds(),
                exp = now.AddMinutes(2).ToUnixTimeSeconds(),
                scope,
                jti = Guid.NewGuid().ToString(),
            }
        );
        string signed = $"{Base64Url.Encode(header)}.{Base64Url.Encode(claims)}";
        using RSA rsa = key.ToPrivateKey();
        byte[] signature = rsa.SignData(
            Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Base64Url.Encode(signature)}";
    }

    private static JwkWrapper KeyOf(MaskinportenSettings settings)
    {
        if (!string.IsNullOrWhiteSpace(settings.JwkBase64))
        {
            return JwkWrapper.FromBase64(settings.JwkBase64);
        }
        return settings.Jwk ?? throw new MaskinportenConfigurationException("There is neither Jwk nor JwkBase64.");
    }

#if ALTINN_APP_8_5_OR_GREATER
    private async Task<string> ExchangedToken(string scope, CancellationToken cancellationToken)
    {
        string key = $"exchanged {scope}";
        if (!_tokens.TryGetValue(key, out string? token))
        {
            token = _tokens[key] = await Exchanged(await Token(scope, cancellationToken), cancellationToken);
        }
        return token;
    }

    private async Task<string> Exchanged(string token, CancellationToken cancellationToken)
    {
        using HttpClient http = clients.CreateClient();
        using HttpRequestMessage request = new(
            HttpMethod.Get,
            $"{platform.Value.ApiAuthenticationEndpoint.TrimEnd('/')}/exchange/maskinporten"
        );
        request.Headers.TryAddWithoutValidation("Ocp-Apim-Subscription-Key", platform.Value.SubscriptionKey);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage answer = await http.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            throw new MaskinportenAuthenticationException($"The exchange answered {(int)answer.StatusCode}.");
        }
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }
#endif
}
#endif
