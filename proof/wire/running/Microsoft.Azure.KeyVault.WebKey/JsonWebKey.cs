namespace Microsoft.Azure.KeyVault.WebKey;

/// <summary>Named by an interface of Altinn.App.Core.</summary>
public class JsonWebKey;
