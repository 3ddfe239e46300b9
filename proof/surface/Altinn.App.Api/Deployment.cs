using System;

namespace Altinn.App.Api.Extensions;

/// <summary>Where the platform mounts files. A proof points these at folders of its own.</summary>
internal static class Deployment
{
    internal static string AppSecrets => Environment.GetEnvironmentVariable("PROOF_APP_SECRETS") ?? "/mnt/app-secrets";

    internal static string SecretFolder =>
        Environment.GetEnvironmentVariable("PROOF_APPSETTINGS_SECRET") ?? "/altinn-appsettings-secret";

    /// <summary>A JSON object of secret names and values: what Key Vault would hold.</summary>
    internal static string? Vault => Environment.GetEnvironmentVariable("PROOF_VAULT");
}
