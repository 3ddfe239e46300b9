using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Maskinflytt.Proof.Wire;

/// <summary>Reads a grant as Maskinporten does: whose it says it is, and whose key it is signed with.</summary>
public sealed class Grants(IReadOnlyDictionary<string, PublicKey> keys, IReadOnlyDictionary<string, string> clients)
{
    private readonly Dictionary<string, RSA> _keys = keys.ToDictionary(key => key.Key, key => Import(key.Value));

    public Grant Read(string assertion)
    {
        string[] parts = assertion.Split('.');
        using JsonDocument header = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[0]));
        using JsonDocument claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[1]));
        string? Claim(string name) => TextOf(claims.RootElement, name);
        string signedBy = SignedBy($"{parts[0]}.{parts[1]}", WebEncoders.Base64UrlDecode(parts[2]));
        string? issuer = Claim("iss");
        bool accepted = issuer is not null && clients.GetValueOrDefault(issuer) == signedBy;
        return new Grant(
            issuer,
            Claim("scope"),
            Claim("aud"),
            Claim("resource"),
            Claim("consumer_org"),
            TextOf(header.RootElement, "kid"),
            signedBy,
            accepted
        );
    }

    private string SignedBy(string signed, byte[] signature)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(signed);
        bool Fits(RSA key) => key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return _keys.Where(key => Fits(key.Value)).Select(key => key.Key).FirstOrDefault("nobody");
    }

    private static string? TextOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement value) ? value.ToString() : null;

    private static RSA Import(PublicKey key) =>
        RSA.Create(
            new RSAParameters
            {
                Modulus = WebEncoders.Base64UrlDecode(key.N),
                Exponent = WebEncoders.Base64UrlDecode(key.E),
            }
        );
}
