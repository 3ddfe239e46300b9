#if ALTINN_APP_8_3_OR_GREATER && !ALTINN_APP_8_5_OR_GREATER
namespace Altinn.App.Core.Features.Maskinporten.Models;

public sealed record MaskinportenTokenResponse
{
    public required string AccessToken { get; init; }

    public required string TokenType { get; init; }

    public required int ExpiresIn { get; init; }

    public required string Scope { get; init; }
}
#endif
