#if ALTINN_APP_8_2_6_OR_GREATER
using System;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Altinn.App.Api.Extensions;

public static class WebApplicationBuilderExtensions
{
    private static readonly string[] s_required = ["SecretUri", "ClientId", "ClientSecret", "TenantId"];

    /// <exception cref="ArgumentException">A setting that opens the vault is missing.</exception>
    public static void AddAzureKeyVaultAsConfigProvider(this WebApplicationBuilder builder)
    {
#if ALTINN_APP_8_5_5_OR_GREATER
        SecretFile.AddTo(builder.Configuration);
#endif
        IConfigurationSection settings = builder.Configuration.GetSection("kvSetting");
        string? missing = s_required.FirstOrDefault(key => string.IsNullOrEmpty(settings[key]));
        if (missing is not null)
        {
            throw new ArgumentException($"kvSetting has no {missing}: the vault cannot be opened.");
        }
        ((IConfigurationBuilder)builder.Configuration).Add(new VaultSource());
    }
}
#endif
