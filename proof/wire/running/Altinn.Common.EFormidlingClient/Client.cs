namespace Altinn.Common.EFormidlingClient
{
    public class EFormidlingClient : IEFormidlingClient;
}

namespace Altinn.Common.EFormidlingClient.Configuration
{
    public class EFormidlingClientSettings;
}
