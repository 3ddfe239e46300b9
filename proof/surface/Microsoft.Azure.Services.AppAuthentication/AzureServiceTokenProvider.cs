#nullable disable
using System;
using System.Threading.Tasks;

namespace Microsoft.Azure.Services.AppAuthentication;

public class AzureServiceTokenProvider
{
    public delegate Task<string> TokenCallback(string authority, string resource, string scope);

    public AzureServiceTokenProvider(
        string connectionString = null,
        string azureAdInstance = "https://login.microsoftonline.com/"
    ) { }

    public virtual TokenCallback KeyVaultTokenCallback => throw new NotSupportedException();
}
