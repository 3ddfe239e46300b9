using System;
using Azure.Security.KeyVault.Secrets;

namespace Azure.Extensions.AspNetCore.Configuration.Secrets;

public class KeyVaultSecretManager
{
    public virtual string GetKey(KeyVaultSecret secret) => throw new NotSupportedException();

    public virtual bool Load(SecretProperties secret) => throw new NotSupportedException();
}

public class AzureKeyVaultConfigurationOptions
{
    public KeyVaultSecretManager Manager { get; set; } = new();

    public TimeSpan? ReloadInterval { get; set; }
}
