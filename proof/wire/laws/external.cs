using Altinn.ApiClients.Maskinporten.Config;
using Altinn.ApiClients.Maskinporten.Extensions;
using Altinn.ApiClients.Maskinporten.Services;
using Altinn.App.Api.Extensions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

// As the template orders it: registered first, and the vault added last.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
IServiceCollection services = builder.Services;
IConfiguration own = builder.Configuration.GetSection("own:MaskinportenSettings");

services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>("section", own);
services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>("delegate", own, d => d.ClientSettings.Scope = "delegat");
services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(
    "overwriting",
    own,
    d => d.ClientSettings.OverwriteAuthorizationHeader = true
);
services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(
    "exchanged",
    own,
    d => d.ClientSettings.ExhangeToAltinnToken = true
);
services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(
    "late",
    builder.Configuration.GetSection("late:MaskinportenSettings")
);
services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(
    "changed",
    builder.Configuration.GetSection("changed:MaskinportenSettings")
);

services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("outer", own);
services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("inner", own);
services
    .AddHttpClient("two")
    .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("outer", d => d.ClientSettings.Scope = "ytre")
    .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("inner", d => d.ClientSettings.Scope = "indre");

services
    .AddHttpClient("unregistered")
    .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("nobody", d => d.ClientSettings.Scope = "ingen");

services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("shared", own);
services
    .AddHttpClient("shared-1")
    .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("shared", d => d.ClientSettings.Scope = "første");
services
    .AddHttpClient("shared-2")
    .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("shared", d => d.ClientSettings.Scope = "andre");

MaskinportenSettings settings = own.Get<MaskinportenSettings>()!;
services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(
    "object-1",
    settings,
    d => d.ClientSettings.Scope = "første"
);
services.AddMaskinportenHttpClient<SettingsJwkClientDefinition>(
    "object-2",
    settings,
    d => d.ClientSettings.Scope = "andre"
);

services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("again", own);
services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>(
    "again",
    builder.Configuration.GetSection("changed:MaskinportenSettings")
);
services.AddHttpClient("again").AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>("again");

services.AddAltinnAppServices(builder.Configuration, builder.Environment);
builder.WebHost.ConfigureAppWebHost(args);
builder.AddAzureKeyVaultAsConfigProvider();

builder.Build().Run();
