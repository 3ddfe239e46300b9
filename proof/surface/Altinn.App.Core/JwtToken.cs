#if ALTINN_APP_8_5_OR_GREATER
using System;
using System.Text.Json;
using Altinn.App.Core.Features.Maskinporten;

namespace Altinn.App.Core.Models;

/// <summary>Shows itself without its signature wherever it is not asked for its value.</summary>
public readonly struct JwtToken : IEquatable<JwtToken>
{
    private JwtToken(string value, DateTimeOffset expiresAt)
    {
        Value = value;
        ExpiresAt = expiresAt;
    }

    public string Value { get; }

    public DateTimeOffset ExpiresAt { get; }

    public static JwtToken Parse(string value)
    {
        string[] parts = value.Split('.');
        if (parts.Length != 3)
        {
            throw new FormatException("A token has three parts.");
        }
        using JsonDocument claims = JsonDocument.Parse(Base64Url.Decode(parts[1]));
        return new JwtToken(value, DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64()));
    }

    public static bool TryParse(string value, out JwtToken jwtToken)
    {
        try
        {
            jwtToken = Parse(value);
            return true;
        }
        catch (Exception)
        {
            jwtToken = default;
            return false;
        }
    }

    public bool IsExpired(TimeProvider? timeProvider = null) =>
        ExpiresAt < (timeProvider ?? TimeProvider.System).GetUtcNow();

    public override string ToString() => Value[..Value.LastIndexOf('.')] + ".<masked>";

    public bool Equals(JwtToken other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is JwtToken other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public static bool operator ==(JwtToken left, JwtToken right) => left.Equals(right);

    public static bool operator !=(JwtToken left, JwtToken right) => !left.Equals(right);

    public static implicit operator string(JwtToken accessToken) => accessToken.Value;
}
#endif
