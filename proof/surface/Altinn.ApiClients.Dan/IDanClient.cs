#nullable disable
using System.Threading.Tasks;
using Altinn.ApiClients.Dan.Models;

namespace Altinn.ApiClients.Dan.Interfaces
{
    public interface IDanClient
    {
        Task<DataSet> GetDataSet(string dataSetName, string subject, string requestor = null);
    }
}

namespace Altinn.ApiClients.Dan.Models
{
    public class DataSet;
}
