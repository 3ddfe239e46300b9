#nullable disable
namespace Altinn.Common.EFormidlingClient
{
    public interface IEFormidlingClient;
}

namespace Altinn.Common.EFormidlingClient.Models.SBD
{
    public class Receiver
    {
        public Identifier Identifier { get; set; }
    }

    public class Identifier
    {
        public string Value { get; set; }

        public string Authority { get; set; }
    }
}
