using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Maskinflytt.Proof.Wire;

/// <summary>Tokens that say what they were issued for, so that the target can tell them apart.</summary>
public static class Tokens
{
    private const string Signature = "c2lnbmF0dXJl";

    public static string Issue(string? clientId, string? scope) =>
        Issue(new Claims(clientId, scope, null, Soon()));

    public static string Exchange(Token token, string uri) =>
        Issue(new Claims(token.ClientId, token.Scope, uri, Soon()));

    /// <summary>`full`, `masked` when the signature is not the one that was issued, or `foreign`.</summary>
    public static Token Read(string text)
    {
        string[] parts = text.Split('.');
        if (parts.Length < 2 || TryClaims(parts[1]) is not { } claims)
        {
            return new Token("foreign", null, null, false, null);
        }
        string written = parts.Length == 3 && parts[2] == Signature ? "full" : "masked";
        return new Token(written, claims.client_id, claims.scope, claims.exchanged_at is not null, claims.exchanged_at);
    }

    private static string Issue(Claims claims) =>
        $"{Encode("""{"alg":"none","typ":"JWT"}"""u8)}.{Encode(JsonSerializer.SerializeToUtf8Bytes(claims))}.{Signature}";

    private static Claims? TryClaims(string part)
    {
        try
        {
            return JsonSerializer.Deserialize<Claims>(WebEncoders.Base64UrlDecode(part));
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return null;
        }
    }

    private static long Soon() => DateTimeOffset.UtcNow.AddMinutes(10).ToUnixTimeSeconds();

    private static string Encode(ReadOnlySpan<byte> bytes) => WebEncoders.Base64UrlEncode(bytes);

    private sealed record Claims(string? client_id, string? scope, string? exchanged_at, long exp);
}
