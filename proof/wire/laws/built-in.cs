using System.Threading.Tasks;
using Altinn.App.Api.Extensions;
using Altinn.App.Core.Features.Maskinporten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
IServiceCollection services = builder.Services;

#if DELEGATE
services.ConfigureMaskinportenClient(options =>
    builder.Configuration.GetSection("own:MaskinportenSettings").Bind(options)
);
#endif
#if PATH
services.ConfigureMaskinportenClient("own:MaskinportenSettings");
#endif

#if BRITISH
services.AddHttpClient("plain").UseMaskinportenAuthorisation("les");
services.AddHttpClient("exchanged").UseMaskinportenAltinnAuthorisation("les", "skriv");
services.AddHttpClient("two").UseMaskinportenAuthorisation("ytre").UseMaskinportenAuthorisation("indre");
#else
services.AddHttpClient("plain").UseMaskinportenAuthorization("les");
services.AddHttpClient("two").UseMaskinportenAuthorization("ytre").UseMaskinportenAuthorization("indre");
#if !PLAIN
services.AddHttpClient("exchanged").UseMaskinportenAltinnAuthorization("les", "skriv");
#endif
#endif

services.AddAltinnAppServices(builder.Configuration, builder.Environment);
builder.WebHost.ConfigureAppWebHost(args);

builder.Build().Run();

/// <summary>Ways of making text of a token.</summary>
public class Written(IMaskinportenClient client)
{
#if PLAIN
    public async Task<string> Property() => (await client.GetAccessToken(["les"])).AccessToken;
#else
    public async Task<string> Converted() => await client.GetAccessToken(["les"]);

    public async Task<string> Value() => (await client.GetAccessToken(["les"])).Value;

    public async Task<string> Added() => "" + await client.GetAccessToken(["les"]);

    public async Task<string> Concatenated() => string.Concat(await client.GetAccessToken(["les"]), "");

    public async Task<string> Interpolated() => $"{await client.GetAccessToken(["les"])}";

    public async Task<string> Formatted() => string.Format("{0}", await client.GetAccessToken(["les"]));

    public async Task<string> Named() => (await client.GetAccessToken(["les"])).ToString();

    public async Task<string> Boxed()
    {
        object token = await client.GetAccessToken(["les"]);
        return $"{token}";
    }
#endif
}
