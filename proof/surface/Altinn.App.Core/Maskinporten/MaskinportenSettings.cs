#if ALTINN_APP_8_3_OR_GREATER
using System.ComponentModel.DataAnnotations;

namespace Altinn.App.Core.Features.Maskinporten.Models;

public sealed record MaskinportenSettings
{
    [Required]
    public required string Authority { get; set; }

    [Required]
    public required string ClientId { get; set; }

    public JwkWrapper? Jwk { get; set; }

    /// <summary>Beats <see cref="Jwk"/> when both are there.</summary>
    public string? JwkBase64 { get; set; }
}
#endif
