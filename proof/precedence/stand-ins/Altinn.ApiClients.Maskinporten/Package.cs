using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Services;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.ApiClients.Maskinporten.Config
{
    public class MaskinportenSettings
    {
        public string? Environment { get; set; }
        public string? ClientId { get; set; }
        public string? Scope { get; set; }
        public string? EncodedJwk { get; set; }
    }
}

namespace Altinn.ApiClients.Maskinporten.Services
{
    public class SettingsJwkClientDefinition
    {
        public MaskinportenSettings ClientSettings { get; set; } = new();
    }
}

namespace Altinn.ApiClients.Maskinporten.Extensions
{
    /// <summary>Binds its section when its handler is first made; from 9.0 at once.</summary>
    public static class MaskinportenHttpClientExtensions
    {
        public static IHttpClientBuilder AddMaskinportenHttpClient<TDefinition, TClient>(
            this IServiceCollection services,
            IConfiguration section,
            Action<TDefinition>? configure = null
        )
            where TDefinition : SettingsJwkClientDefinition, new()
            where TClient : class
        {
            Lazy<TDefinition> definition = new(() => Define(section, configure));
#if MASKINPORTEN_9_0_OR_GREATER
            _ = definition.Value;
#endif
            return services.AddHttpClient<TClient>().AddHttpMessageHandler(provider => new Handler(
                definition.Value.ClientSettings,
                provider.GetRequiredService<IHttpClientFactory>()
            ));
        }

        private static TDefinition Define<TDefinition>(IConfiguration section, Action<TDefinition>? configure)
            where TDefinition : SettingsJwkClientDefinition, new()
        {
            TDefinition definition = new() { ClientSettings = section.Get<MaskinportenSettings>() ?? new() };
            configure?.Invoke(definition);
            return definition;
        }
    }

    internal sealed class Handler(MaskinportenSettings settings, IHttpClientFactory clients) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }

        private async Task<string> Token(CancellationToken cancellationToken)
        {
            using HttpClient http = clients.CreateClient();
            using FormUrlEncodedContent form = new(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    ["assertion"] = Grant(),
                }
            );
            string authority = $"https://{settings.Environment ?? throw new ArgumentException("no environment")}.maskinporten.example/token";
            using HttpResponseMessage answer = await http.PostAsync(authority, form, cancellationToken);
            using JsonDocument said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
            return said.RootElement.GetProperty("access_token").GetString()!;
        }

        private string Grant()
        {
            if (string.IsNullOrEmpty(settings.ClientId) || string.IsNullOrEmpty(settings.EncodedJwk))
            {
                throw new ArgumentException("no client id, or no key");
            }
            using JsonDocument key = JsonDocument.Parse(Convert.FromBase64String(settings.EncodedJwk));
            byte[] Part(string name) => WebEncoders.Base64UrlDecode(key.RootElement.GetProperty(name).GetString()!);
            string kid = key.RootElement.GetProperty("kid").GetString()!;
            string signed =
                $"{Encode(JsonSerializer.Serialize(new { alg = "RS256", kid }))}.{Encode(JsonSerializer.Serialize(new { iss = settings.ClientId, scope = settings.Scope }))}";
            using RSA rsa = RSA.Create(
                new RSAParameters
                {
                    Modulus = Part("n"),
                    Exponent = Part("e"),
                    D = Part("d"),
                    P = Part("p"),
                    Q = Part("q"),
                    InverseQ = Part("qi"),
                    DP = Part("dp"),
                    DQ = Part("dq"),
                }
            );
            byte[] signature = rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return $"{signed}.{WebEncoders.Base64UrlEncode(signature)}";
        }

        private static string Encode(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
    }
}
