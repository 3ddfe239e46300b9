using System.Collections.Generic;
using System.Threading.Tasks;
using Altinn.Platform.Storage.Interface.Models;

namespace Altinn.App.Core.Features;

public interface IProcessTaskEnd
{
    Task End(string taskId, Instance instance);
}

public interface IProcessTaskStart
{
    Task Start(string taskId, Instance instance, Dictionary<string, string>? prefill);
}

public interface IProcessEnd
{
    Task End(Instance instance, List<InstanceEvent>? events);
}

public interface IInstantiationProcessor
{
    Task DataCreation(Instance instance, object data, Dictionary<string, string>? prefill);
}
