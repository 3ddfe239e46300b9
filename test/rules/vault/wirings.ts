/** Hand-written wirings as the documentation had them, and one like them. */
export const kvSettings = `    var keyVaultSettings = new KeyVaultSettings();
    config.Build().GetSection("kvSetting").Bind(keyVaultSettings);
`;

export const sdkCall =
  'config.AddAzureKeyVault(new Uri(keyVaultSettings.SecretUri), new ClientSecretCredential(keyVaultSettings.TenantId, keyVaultSettings.ClientId, keyVaultSettings.ClientSecret));';

export function connecting(call: string = sdkCall, guard = true): string {
  const guarded = guard
    ? '    if (string.IsNullOrEmpty(keyVaultSettings.SecretUri))\n    {\n        return;\n    }\n\n'
    : '';
  return `
static void ConnectToKeyVault(IConfigurationBuilder config)
{
${kvSettings}${guarded}    ${call}
}
`;
}

export const oldSdkCall =
  'config.AddAzureKeyVault(keyVaultSettings.SecretUri, new KeyVaultClient(new KeyVaultClient.AuthenticationCallback(tokenProvider.KeyVaultTokenCallback)), new DefaultKeyVaultSecretManager());';

export const documented = `if (!builder.Environment.IsDevelopment())
{
    builder.AddAzureKeyVaultAsConfigProvider();
}
`;

export const usings = 'using Altinn.App.Api.Extensions;\nusing Microsoft.Extensions.Hosting;\n\n';
