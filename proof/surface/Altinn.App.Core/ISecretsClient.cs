using System.Threading.Tasks;

namespace Altinn.App.Core.Internal.Secrets;

public interface ISecretsClient
{
    Task<string> GetSecretAsync(string secretName);
}
