#if ALTINN_APP_8_3_OR_GREATER
using System;
using System.Security.Cryptography;
using System.Text.Json;
using Altinn.App.Core.Features.Maskinporten.Exceptions;

namespace Altinn.App.Core.Features.Maskinporten.Models;

public record JwkWrapper
{
    public string? Kty { get; init; }

    public string? Use { get; init; }

    public string? Kid { get; init; }

    public string? Alg { get; init; }

    public string? N { get; init; }

    public string? E { get; init; }

    public string? D { get; init; }

    public string? P { get; init; }

    public string? Q { get; init; }

    public string? Qi { get; init; }

    public string? Dp { get; init; }

    public string? Dq { get; init; }

    private static readonly JsonSerializerOptions s_lowerCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    internal static JwkWrapper FromBase64(string text) =>
        JsonSerializer.Deserialize<JwkWrapper>(Convert.FromBase64String(text), s_lowerCase)
        ?? throw new MaskinportenConfigurationException("JwkBase64 holds no key.");

    /// <summary>A key with any part missing is refused.</summary>
    internal RSA ToPrivateKey()
    {
        foreach (string? part in new[] { Kty, Use, Kid, Alg, N, E, D, P, Q, Qi, Dp, Dq })
        {
            if (string.IsNullOrWhiteSpace(part))
            {
                throw new MaskinportenConfigurationException("The key lacks a part.");
            }
        }
        return RSA.Create(
            new RSAParameters
            {
                Modulus = Base64Url.Decode(N!),
                Exponent = Base64Url.Decode(E!),
                D = Base64Url.Decode(D!),
                P = Base64Url.Decode(P!),
                Q = Base64Url.Decode(Q!),
                InverseQ = Base64Url.Decode(Qi!),
                DP = Base64Url.Decode(Dp!),
                DQ = Base64Url.Decode(Dq!),
            }
        );
    }
}
#endif
