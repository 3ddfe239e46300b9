using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Maskinflytt.Proof.Precedence;

/// <summary>Stands where every request of an app ends: takes grants, and says yes to whatever else is asked.</summary>
public sealed class FakeMaskinporten : HttpMessageHandler
{
    private static IReadOnlyDictionary<string, RSA> s_keys = new Dictionary<string, RSA>();

    /// <summary>The last grant that came.</summary>
    public static Asked? Asked { get; set; }

    public static void Know(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> keys) =>
        s_keys = keys.ToDictionary(key => key.Key, key => PublicKey(key.Value));

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        if (request.Method != HttpMethod.Post || request.Content is null)
        {
            bool isMetadata = request.RequestUri!.AbsolutePath.Contains("/.well-known/");
            return isMetadata ? new(System.Net.HttpStatusCode.NotFound) : new(System.Net.HttpStatusCode.OK);
        }
        string form = await request.Content.ReadAsStringAsync(cancellationToken);
        string assertion = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form)["assertion"].ToString();
        Asked = Read(assertion, request.RequestUri!.ToString());
        return new(System.Net.HttpStatusCode.OK)
        {
            Content = new StringContent(Token(), Encoding.UTF8, "application/json"),
        };
    }

    private static Asked Read(string assertion, string authority)
    {
        string[] parts = assertion.Split('.');
        JsonElement header = Json(parts[0]);
        JsonElement claims = Json(parts[1]);
        byte[] signed = Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        string signedBy = s_keys
            .Where(key =>
                key.Value.VerifyData(signed, Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            )
            .Select(key => key.Key)
            .FirstOrDefault("nobody");
        string kid = header.TryGetProperty("kid", out JsonElement named) ? named.GetString() ?? "" : "";
        return new Asked(null, claims.GetProperty("iss").GetString() ?? "", kid, signedBy, authority);
    }

    private static string Token()
    {
        long expires = DateTimeOffset.UtcNow.AddMinutes(2).ToUnixTimeSeconds();
        string token = $"{Encode("""{"alg":"none"}""")}.{Encode($$"""{"exp":{{expires}},"scope":"skogv:les"}""")}.{Encode("x")}";
        return JsonSerializer.Serialize(
            new
            {
                access_token = token,
                token_type = "Bearer",
                expires_in = 120,
                scope = "skogv:les",
            }
        );
    }

    private static RSA PublicKey(IReadOnlyDictionary<string, string> jwk) =>
        RSA.Create(new RSAParameters { Modulus = Decode(jwk["n"]), Exponent = Decode(jwk["e"]) });

    private static JsonElement Json(string part) => JsonDocument.Parse(Decode(part)).RootElement;

    private static byte[] Decode(string text) => Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(text);

    private static string Encode(string text) =>
        Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
