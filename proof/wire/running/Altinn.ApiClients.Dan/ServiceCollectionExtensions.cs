using System.Net.Http;
using System.Threading.Tasks;
using Altinn.ApiClients.Dan.Interfaces;
using Altinn.ApiClients.Dan.Models;
#if !DAN_3_0_OR_GREATER
using Altinn.ApiClients.Maskinporten.Extensions;
using Altinn.ApiClients.Maskinporten.Services;
#endif
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Altinn.ApiClients.Dan.Extensions;

public static class ServiceCollectionExtensions
{
#if DAN_3_0_OR_GREATER
    public static IHttpClientBuilder AddDanClient(this IServiceCollection services, IConfiguration config) =>
        services.AddHttpClient<IDanClient, DanClient>();
#else
    public static void AddDanClient(this IServiceCollection services, IConfiguration config) =>
        services.AddDanClient("dan", config);

    public static void AddDanClient(this IServiceCollection services, string clientDefinitionKey, IConfiguration config) =>
        services
            .AddHttpClient<IDanClient, DanClient>()
            .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>(clientDefinitionKey);
#endif
}

internal sealed class DanClient(HttpClient http) : IDanClient
{
    public async Task<DataSet> GetDataSet(string dataSetName, string subject, string? requestor = null)
    {
        using HttpResponseMessage _ = await http.GetAsync($"https://api.data.altinn.example/v1/directharvest/{dataSetName}");
        return new DataSet();
    }
}
