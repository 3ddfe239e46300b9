using System.Reflection;
using System.Runtime.Loader;

namespace Maskinflytt.Proof.Wire;

/// <summary>
/// The token provider of Altinn.App.Core asks for the service of the external package, which Core does not register. An
/// app that registers nothing of that package itself gets it here, so that its calls can be heard.
/// </summary>
public static class Borrowed
{
    private const string Package = "Altinn.ApiClients.Maskinporten";

    public static void AddTo(IServiceCollection services, Assembly app)
    {
        bool asks = services.Any(service => service.ServiceType.Name == "IMaskinportenTokenProvider");
        if (!asks || AssemblyLoadContext.GetLoadContext(app) is not { } context)
        {
            return;
        }
        Assembly package = context.LoadFromAssemblyName(new AssemblyName(Package));
        Add(services, package, "IMaskinportenService", "MaskinportenService");
        Add(services, package, "ITokenCacheProvider", "MemoryTokenCacheProvider");
    }

    private static void Add(IServiceCollection services, Assembly package, string asked, string given)
    {
        Type service = package.GetType($"{Package}.Interfaces.{asked}", throwOnError: true)!;
        Type implementation = package.GetType($"{Package}.Services.{given}", throwOnError: true)!;
        if (services.All(one => one.ServiceType != service))
        {
            services.AddSingleton(service, provider => ActivatorUtilities.CreateInstance(provider, implementation));
        }
    }
}
