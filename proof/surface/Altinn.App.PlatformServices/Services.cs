#nullable disable
using System.Threading.Tasks;

namespace Altinn.App.PlatformServices.Interface
{
    public interface ISecrets
    {
        Task<string> GetSecretAsync(string secretId);
    }
}

namespace Altinn.App.Services.Configuration
{
    public class GeneralSettings;
}

namespace Altinn.App.Services.Interface
{
    public interface IAltinnApp;

    public interface IAppResources;

    public interface IData;

    public interface IInstance;

    public interface IPDF;

    public interface IPrefill;

    public interface IProcess;

    public interface IProfile;

    public interface IRegister;

    public interface IText;
}
