import type { RuleId } from '../words/rule-words.ts';

/**
 * What each rule's fix does to its fixture, as the tool itself prints it; empty where there is none.
 * Written by `npm run docs`.
 */
export const examples: Readonly<Record<RuleId, string>> = {
  'clients/exchange-expected': '',
  'clients/external-http-client': `# safe: clients/external-http-client
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -1,5 +1,3 @@
-using Altinn.ApiClients.Maskinporten.Extensions;
-using Altinn.ApiClients.Maskinporten.Services;
 using Altinn.App.Api.Extensions;
 using Altinn.App.Core.Features;
 using Altinn.App.Core.Infrastructure.Clients.Events;
@@ -15,15 +13,8 @@
   services.AddTransient<IProcessTaskEnd, SubscribeToEvents>();
 
   services
-    .AddMaskinportenHttpClient<SettingsJwkClientDefinition, EventsSubscriptionClient>(
-      config.GetSection("Maskinporten-Config-Path"),
-      clientDefinition =>
-      {
-        clientDefinition.ClientSettings.Scope = "altinn:serviceowner/instances.read";
-        clientDefinition.ClientSettings.ExhangeToAltinnToken = true;
-      }
-    )
-    .AddTypedClient<IEventsSubscription, EventsSubscriptionClient>();
+    .AddHttpClient<IEventsSubscription, EventsSubscriptionClient>()
+    .UseMaskinportenAltinnAuthorization("altinn:serviceowner/instances.read");
 }
 
 WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
`,
  'clients/external-message-handler': `# safe: clients/external-message-handler
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -1,6 +1,4 @@
 using Altinn.ApiClients.Dan.Extensions;
-using Altinn.ApiClients.Maskinporten.Extensions;
-using Altinn.ApiClients.Maskinporten.Services;
 using Altinn.App.Api.Extensions;
 using Altinn.App.Core.Features;
 using Altinn.App.Logic;
@@ -13,20 +11,9 @@
 {
   services.AddTransient<IInstantiationProcessor, PrefillFromDan>();
 
-  services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>(
-    "client-name",
-    config.GetSection("Maskinporten-Config-Path")
-  );
-
   services
     .AddDanClient(config.GetSection("Dan-Config-Path"))
-    .AddMaskinportenHttpMessageHandler<SettingsJwkClientDefinition>(
-      "client-name",
-      clientDefinition =>
-      {
-        clientDefinition.ClientSettings.Scope = "altinn:dataaltinnno";
-      }
-    );
+    .UseMaskinportenAuthorization("altinn:dataaltinnno");
 }
 
 WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
`,
  'clients/external-package': `# safe: clients/external-package
diff --git a/App/App.csproj b/App/App.csproj
--- a/App/App.csproj
+++ b/App/App.csproj
@@ -10,7 +10,6 @@
   <ItemGroup>
     <PackageReference Include="Altinn.App.Api" Version="8.12.7" />
     <PackageReference Include="Altinn.App.Core" Version="8.12.7" />
-    <PackageReference Include="Altinn.ApiClients.Maskinporten" Version="8.0.1" />
   </ItemGroup>
 
   <ItemGroup>
`,
  'clients/external-service': `# review: clients/external-service
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -1,5 +1,3 @@
-using Altinn.ApiClients.Maskinporten.Interfaces;
-using Altinn.ApiClients.Maskinporten.Services;
 using Altinn.App.Api.Extensions;
 using Altinn.App.Clients;
 using Microsoft.AspNetCore.Builder;
@@ -10,8 +8,6 @@
 void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
 {
     services.AddMemoryCache();
-    services.AddSingleton<ITokenCacheProvider, MemoryTokenCacheProvider>();
-    services.AddHttpClient<IMaskinportenService, MaskinportenService>();
     services.AddHttpClient<InnsynClient>();
 }
 
# review: clients/external-service
diff --git a/App/clients/InnsynClient.cs b/App/clients/InnsynClient.cs
--- a/App/clients/InnsynClient.cs
+++ b/App/clients/InnsynClient.cs
@@ -1,26 +1,19 @@
 using System.Net.Http;
 using System.Net.Http.Headers;
 using System.Threading.Tasks;
-using Altinn.ApiClients.Maskinporten.Interfaces;
+using Altinn.App.Core.Features.Maskinporten;
 using Microsoft.Extensions.Configuration;
 
 namespace Altinn.App.Clients;
 
-public class InnsynClient(HttpClient http, IMaskinportenService maskinporten, IConfiguration config)
+public class InnsynClient(HttpClient http, IMaskinportenClient maskinporten)
 {
     public async Task<string> Hent(string id)
     {
-        var maskinportenToken = await maskinporten.GetToken(
-            config["innsyn:MaskinportenSettings:EncodedJwk"],
-            config["innsyn:MaskinportenSettings:Environment"],
-            config["innsyn:MaskinportenSettings:ClientId"],
-            "altinn:serviceowner/instances.read",
-            null
-        );
-        var altinnToken = await maskinporten.ExchangeToAltinnToken(maskinportenToken, "tt02");
+        string altinnToken = await maskinporten.GetAltinnExchangedToken(["altinn:serviceowner/instances.read"]);
 
         using var request = new HttpRequestMessage(HttpMethod.Get, $"https://platform.tt02.altinn.no/storage/api/v1/instances/{id}");
-        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", altinnToken.AccessToken);
+        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", altinnToken);
         using HttpResponseMessage response = await http.SendAsync(request);
         return await response.Content.ReadAsStringAsync();
     }
`,
  'clients/key-type': '',
  'clients/library-brings-client': '',
  'clients/masked-token': `# review: clients/masked-token
diff --git a/App/clients/ForsikringClient.cs b/App/clients/ForsikringClient.cs
--- a/App/clients/ForsikringClient.cs
+++ b/App/clients/ForsikringClient.cs
@@ -12,7 +12,7 @@
     {
         var token = await maskinporten.GetAccessToken(["helsed:forsikring.les"]);
         using var request = new HttpRequestMessage(HttpMethod.Get, $"https://forsikring.helsed.example/avtaler/{id}");
-        request.Headers.Add("Authorization", $"Bearer {token}");
+        request.Headers.Add("Authorization", $"Bearer {token.Value}");
         return await Send(request);
     }
 
@@ -20,7 +20,7 @@
     {
         JwtToken token = await maskinporten.GetAccessToken(["helsed:forsikring.skriv"]);
         using var request = new HttpRequestMessage(HttpMethod.Delete, $"https://forsikring.helsed.example/avtaler/{id}");
-        request.Headers.Add("Authorization", "Bearer " + token.ToString());
+        request.Headers.Add("Authorization", "Bearer " + token.Value);
         return await Send(request);
     }
 
`,
  'clients/obsolete-spelling': `# safe: clients/obsolete-spelling
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -10,21 +10,21 @@
 {
     services
         .AddHttpClient<RouteClient>(client => client.BaseAddress = new Uri("https://routes.kystd.example/"))
-        .UseMaskinportenAuthorisation(
+        .UseMaskinportenAuthorization(
             "kystd:routes.read", // open to every pilot
             "kystd:routes.write"
         )
         .SetHandlerLifetime(TimeSpan.FromMinutes(10));
 
-    services.AddHttpClient("storage").UseMaskinportenAltinnAuthorisation("altinn:serviceowner/instances.read");
+    services.AddHttpClient("storage").UseMaskinportenAltinnAuthorization("altinn:serviceowner/instances.read");
 
     // The weather service needs a handler of its own around the token.
     IHttpClientBuilder weather = services.AddHttpClient<WeatherClient>();
-    Altinn.App.Api.Extensions.HttpClientBuilderExtensions.UseMaskinportenAuthorisation(weather, "kystd:weather");
+    Altinn.App.Api.Extensions.HttpClientBuilderExtensions.UseMaskinportenAuthorization(weather, "kystd:weather");
 
     services
         .AddHttpClient("archive")
-        . /* exchanged */ UseMaskinportenAltinnAuthorisation (Scopes.Archive);
+        . /* exchanged */ UseMaskinportenAltinnAuthorization (Scopes.Archive);
 }
 
 WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
# safe: clients/obsolete-spelling
diff --git a/App/clients/TokenExtensions.cs b/App/clients/TokenExtensions.cs
--- a/App/clients/TokenExtensions.cs
+++ b/App/clients/TokenExtensions.cs
@@ -12,5 +12,5 @@
 {
     // Used to be called UseMaskinportenAuthorisation in the first version of this app.
     public static IHttpClientBuilder WithPilotToken(this IHttpClientBuilder builder) =>
-        builder.UseMaskinportenAuthorisation("kystd:pilots");
+        builder.UseMaskinportenAuthorization("kystd:pilots");
 }
`,
  'clients/package-missing': `# review: clients/package-missing
diff --git a/App/App.csproj b/App/App.csproj
--- a/App/App.csproj
+++ b/App/App.csproj
@@ -9,6 +9,7 @@
 
   <ItemGroup>
     <PackageReference Include="Altinn.App.Api" Version="9.0.0-preview.2" />
+    <PackageReference Include="Altinn.ApiClients.Maskinporten" Version="8.0.1" />
   </ItemGroup>
 
   <ItemGroup>
`,
  'clients/token-provider': `# review: clients/token-provider
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -1,7 +1,5 @@
-using Altinn.ApiClients.Maskinporten.Config;
 using Altinn.App.Api.Extensions;
 using Altinn.App.Clients;
-using Altinn.App.Core.Internal.Maskinporten;
 using Microsoft.AspNetCore.Builder;
 using Microsoft.AspNetCore.Hosting;
 using Microsoft.Extensions.Configuration;
@@ -9,9 +7,6 @@
 
 void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
 {
-    services.Configure<MaskinportenSettings>(config.GetSection("MaskinportenSettings"));
-    services.AddMaskinportenJwkTokenProvider("MaskinportenSettings--EncodedJwk");
-
     services.AddHttpClient<TilsynClient>();
 }
 
# review: clients/token-provider
diff --git a/App/clients/TilsynClient.cs b/App/clients/TilsynClient.cs
--- a/App/clients/TilsynClient.cs
+++ b/App/clients/TilsynClient.cs
@@ -1,16 +1,16 @@
 using System.Net.Http;
 using System.Net.Http.Headers;
 using System.Threading.Tasks;
-using Altinn.App.Core.Internal.Maskinporten;
+using Altinn.App.Core.Features.Maskinporten;
 
 namespace Altinn.App.Clients;
 
 public class TilsynClient
 {
     private readonly HttpClient _http;
-    private readonly IMaskinportenTokenProvider _tokenProvider;
+    private readonly IMaskinportenClient _tokenProvider;
 
-    public TilsynClient(HttpClient http, IMaskinportenTokenProvider tokenProvider)
+    public TilsynClient(HttpClient http, IMaskinportenClient tokenProvider)
     {
         _http = http;
         _tokenProvider = tokenProvider;
@@ -18,7 +18,7 @@
 
     public async Task<string> Hent(string id)
     {
-        var token = await _tokenProvider.GetToken("mattr:tilsyn.les mattr:tilsyn.skriv");
+        string token = await _tokenProvider.GetAccessToken(["mattr:tilsyn.les", "mattr:tilsyn.skriv"]);
         using var request = new HttpRequestMessage(HttpMethod.Get, $"https://tilsyn.mattr.example/tilsyn/{id}");
         request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
         using HttpResponseMessage response = await _http.SendAsync(request);
`,
  'clients/unsupported-setting': '',
  'config/custom-path': `# safe: config/custom-path
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -13,9 +13,6 @@
 {
     services.AddTransient<IProcessTaskEnd, SendToLicenceRegister>();
 
-    // Our own Maskinporten client from Samarbeidsportalen, its key is in Key Vault.
-    services.ConfigureMaskinportenClient("skjenkebevilling:MaskinportenSettings");
-
     // The licence register is run by the agency and takes the token as it is.
     services
         .AddHttpClient<LicenceRegisterClient>(client => client.BaseAddress = new Uri(config["LicenceRegister:Url"]!))
`,
  'config/default-path': `# safe: config/default-path
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -11,8 +11,6 @@
 
 void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
 {
-    services.ConfigureMaskinportenClient("MaskinportenSettings");
-
     services.AddTransient<IInstantiationProcessor, ForhaandsutfyllKvote>();
     services.AddHttpClient<IKvoteregister, Kvoteregister>(c => c.BaseAddress = new Uri("https://kvote.ttd.example/"))
         .UseMaskinportenAuthorization("ttd:kvoter.les");
`,
  'config/delegate': `# review: config/delegate
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -1,31 +1,12 @@
 using Altinn.App.Api.Extensions;
 using Altinn.App.Clients;
-using Altinn.App.Core.Features.Maskinporten.Exceptions;
 using Microsoft.AspNetCore.Builder;
 using Microsoft.AspNetCore.Hosting;
 using Microsoft.Extensions.Configuration;
 using Microsoft.Extensions.DependencyInjection;
-using LegacyMaskinportenSettings = Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings;
 
 void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
 {
-    var legacySettings =
-        config.GetSection("Maskinporten-Config-Path").Get<LegacyMaskinportenSettings>()
-        ?? throw new MaskinportenConfigurationException("Maskinporten settings not found in config.");
-
-    services.ConfigureMaskinportenClient(options =>
-    {
-        options.ClientId = legacySettings.ClientId;
-        options.JwkBase64 = legacySettings.EncodedJwk;
-        options.Authority = legacySettings.Environment switch
-        {
-            "prod" => "https://maskinporten.no/",
-            "test" => "https://test.maskinporten.no/",
-            "dev" => "https://maskinporten.dev/",
-            _ => throw new MaskinportenConfigurationException($"Unknown Maskinporten environment value {legacySettings.Environment}"),
-        };
-    });
-
     services.AddHttpClient<LusetellingClient>().UseMaskinportenAuthorization("kystd:lusetelling.skriv");
 }
 
`,
  'files/not-analysed': '',
  'version/mismatch': '',
  'version/too-old': '',
  'version/unknown': '',
};
