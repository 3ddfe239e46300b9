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
# safe: migration record
diff --git a/maskinflytt.migration.json b/maskinflytt.migration.json
new file mode 100644
--- /dev/null
+++ b/maskinflytt.migration.json
@@ -0,0 +1,20 @@
+{
+  "schemaVersion": 1,
+  "clients": [
+    {
+      "id": "7a1759a5",
+      "section": "Maskinporten-Config-Path",
+      "decision": "studio",
+      "scopes": [
+        "altinn:serviceowner/instances.read"
+      ],
+      "exchange": true,
+      "clientIdHashes": [],
+      "secrets": [],
+      "files": [
+        "App/Program.cs",
+        "App/appsettings.json"
+      ]
+    }
+  ]
+}
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
# safe: migration record
diff --git a/maskinflytt.migration.json b/maskinflytt.migration.json
new file mode 100644
--- /dev/null
+++ b/maskinflytt.migration.json
@@ -0,0 +1,20 @@
+{
+  "schemaVersion": 1,
+  "clients": [
+    {
+      "id": "08facac5",
+      "section": "Maskinporten-Config-Path",
+      "decision": "studio",
+      "scopes": [
+        "altinn:dataaltinnno"
+      ],
+      "exchange": false,
+      "clientIdHashes": [],
+      "secrets": [],
+      "files": [
+        "App/Program.cs",
+        "App/appsettings.json"
+      ]
+    }
+  ]
+}
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
# safe: migration record
diff --git a/maskinflytt.migration.json b/maskinflytt.migration.json
new file mode 100644
--- /dev/null
+++ b/maskinflytt.migration.json
@@ -0,0 +1,21 @@
+{
+  "schemaVersion": 1,
+  "clients": [
+    {
+      "id": "f5eb12f7",
+      "section": "innsyn:MaskinportenSettings",
+      "decision": "studio",
+      "scopes": [
+        "altinn:serviceowner/instances.read"
+      ],
+      "exchange": true,
+      "clientIdHashes": [],
+      "secrets": [],
+      "files": [
+        "App/Program.cs",
+        "App/appsettings.json",
+        "App/clients/InnsynClient.cs"
+      ]
+    }
+  ]
+}
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
# safe: migration record
diff --git a/maskinflytt.migration.json b/maskinflytt.migration.json
new file mode 100644
--- /dev/null
+++ b/maskinflytt.migration.json
@@ -0,0 +1,41 @@
+{
+  "schemaVersion": 1,
+  "clients": [
+    {
+      "id": "013eb88a",
+      "section": "MaskinportenSettings",
+      "decision": "studio",
+      "scopes": [
+        "mattr:tilsyn.les",
+        "mattr:tilsyn.skriv"
+      ],
+      "exchange": false,
+      "clientIdHashes": [],
+      "secrets": [
+        "MaskinportenSettings--EncodedJwk"
+      ],
+      "files": [
+        "App/Program.cs",
+        "App/appsettings.json"
+      ]
+    },
+    {
+      "id": "acd49979",
+      "section": "MaskinportenSettings",
+      "decision": "studio",
+      "scopes": [
+        "mattr:tilsyn.les",
+        "mattr:tilsyn.skriv"
+      ],
+      "exchange": false,
+      "clientIdHashes": [],
+      "secrets": [
+        "MaskinportenSettings--EncodedJwk"
+      ],
+      "files": [
+        "App/appsettings.json",
+        "App/clients/TilsynClient.cs"
+      ]
+    }
+  ]
+}
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
# safe: migration record
diff --git a/maskinflytt.migration.json b/maskinflytt.migration.json
new file mode 100644
--- /dev/null
+++ b/maskinflytt.migration.json
@@ -0,0 +1,26 @@
+{
+  "schemaVersion": 1,
+  "clients": [
+    {
+      "id": "b9102f11",
+      "section": "skjenkebevilling:MaskinportenSettings",
+      "decision": "studio",
+      "scopes": [
+        "ttd:licences.write"
+      ],
+      "exchange": false,
+      "clientIdHashes": [],
+      "secrets": [
+        "skjenkebevilling--MaskinportenSettings--Authority",
+        "skjenkebevilling--MaskinportenSettings--ClientId",
+        "skjenkebevilling--MaskinportenSettings--Jwk",
+        "skjenkebevilling--MaskinportenSettings--JwkBase64"
+      ],
+      "files": [
+        "App/Program.cs",
+        "App/appsettings.Production.json",
+        "App/appsettings.json"
+      ]
+    }
+  ]
+}
`,
  'config/dead-section': `# review: config/dead-section
diff --git a/App/appsettings.Production.json b/App/appsettings.Production.json
--- a/App/appsettings.Production.json
+++ b/App/appsettings.Production.json
@@ -1,10 +1,5 @@
 {
   "BerthRegister": {
     "Url": "https://kaiplasser.kystd.example/api/v2/"
-  },
-  "havneanlop": {
-    "MaskinportenSettings": {
-      "Authority": "https://maskinporten.no/"
-    }
   }
 }
# review: config/dead-section
diff --git a/App/appsettings.json b/App/appsettings.json
--- a/App/appsettings.json
+++ b/App/appsettings.json
@@ -20,13 +20,6 @@
     "ApiRegisterEndpoint": "http://localhost:5101/register/api/v1/",
     "ApiAuthenticationEndpoint": "http://localhost:5101/authentication/api/v1/"
   },
-  "havneanlop": {
-    "MaskinportenSettings": {
-      "Authority": "https://test.maskinporten.no/",
-      "ClientId": "",
-      "JwkBase64": ""
-    }
-  },
   "losbestilling:MaskinportenSettings": {
     "Environment": "test",
     "ClientId": "",
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
  'config/default-section-shared': `# review: config/default-section-shared
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -12,7 +12,7 @@
 void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
 {
     services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ReinClient>(
-        config.GetSection("MaskinportenSettings"),
+        config.GetSection("reintelling:MaskinportenSettings"),
         definition => definition.ClientSettings.Scope = "ttd:rein.les"
     );
 }
# review: config/default-section-shared
diff --git a/App/appsettings.Production.json b/App/appsettings.Production.json
--- a/App/appsettings.Production.json
+++ b/App/appsettings.Production.json
@@ -1,5 +1,5 @@
 {
-  "MaskinportenSettings": {
+  "reintelling:MaskinportenSettings": {
     "Environment": "prod"
   }
 }
# review: config/default-section-shared
diff --git a/App/appsettings.json b/App/appsettings.json
--- a/App/appsettings.json
+++ b/App/appsettings.json
@@ -13,7 +13,7 @@
     "ApiStorageEndpoint": "http://localhost:5101/storage/api/v1/",
     "ApiAuthenticationEndpoint": "http://localhost:5101/authentication/api/v1/"
   },
-  "MaskinportenSettings": {
+  "reintelling:MaskinportenSettings": {
     "Environment": "test",
     "ClientId": "", // i Key Vault
     "EncodedJwk": ""
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
 
# safe: migration record
diff --git a/maskinflytt.migration.json b/maskinflytt.migration.json
new file mode 100644
--- /dev/null
+++ b/maskinflytt.migration.json
@@ -0,0 +1,20 @@
+{
+  "schemaVersion": 1,
+  "clients": [
+    {
+      "id": "1c542179",
+      "section": "Maskinporten-Config-Path",
+      "decision": "studio",
+      "scopes": [
+        "kystd:lusetelling.skriv"
+      ],
+      "exchange": false,
+      "clientIdHashes": [],
+      "secrets": [],
+      "files": [
+        "App/Program.cs",
+        "App/appsettings.json"
+      ]
+    }
+  ]
+}
`,
  'config/early-read': '',
  'config/environment-override': '',
  'config/local-file': '',
  'config/mixed-credentials': `# review: config/mixed-credentials
diff --git a/App/appsettings.json b/App/appsettings.json
--- a/App/appsettings.json
+++ b/App/appsettings.json
@@ -15,9 +15,7 @@
   },
   "MaskinportenSettings": {
     // Klienten fra Samarbeidsportalen, før Studio leverte en
-    "Authority": "https://maskinporten.no/",
-    "ClientId": "11112222-3333-4444-8555-666677778888",
-    "JwkBase64": "" // fylles inn av Key Vault
+    "Authority": "https://maskinporten.no/"
   },
   "Rasteplasser": {
     "Url": "https://rasteplasser.ttd.example/"
# safe: migration record
diff --git a/maskinflytt.migration.json b/maskinflytt.migration.json
new file mode 100644
--- /dev/null
+++ b/maskinflytt.migration.json
@@ -0,0 +1,23 @@
+{
+  "schemaVersion": 1,
+  "clients": [
+    {
+      "id": "adab0d3c",
+      "section": "MaskinportenSettings",
+      "decision": "studio",
+      "scopes": [
+        "ttd:rasteplasser.les"
+      ],
+      "exchange": false,
+      "clientIdHashes": [
+        "1a3a3c8ed056f3fb1cc5c521383e5bb28fc4af9fc6df2524727bbfdeec7b5e4c",
+        "a1f229c6fb5b10c312fa7bb3afe91d43228ec36fa428897b16a063a26d964015"
+      ],
+      "secrets": [],
+      "files": [
+        "App/appsettings.Development.json",
+        "App/appsettings.json"
+      ]
+    }
+  ]
+}
`,
  'config/settings-file-path': `# review: config/settings-file-path
diff --git a/App/appsettings.Production.json b/App/appsettings.Production.json
--- a/App/appsettings.Production.json
+++ b/App/appsettings.Production.json
@@ -1,6 +1,5 @@
 {
   "Brannregister": {
     "Url": "https://brann.prod.ttd.example/"
-  },
-  "MaskinportenSettingsFilepath": "/altinn-appsettings-secret/egen-klient.json"
+  }
 }
`,
  'config/settings-in-code': '',
  'files/not-analysed': '',
  'host/studio-file-not-loaded': `# review: host/studio-file-not-loaded
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -36,12 +36,7 @@
 
 void ConfigureWebHostBuilder(IWebHostBuilder builder)
 {
-    builder.ConfigureAppConfiguration(
-        (_, configBuilder) =>
-        {
-            configBuilder.LoadAppConfig(args);
-        }
-    );
+    builder.ConfigureAppWebHost(args);
 }
 
 void Configure()
`,
  'policy/authentication-level': '',
  'policy/foreign-org': '',
  'policy/inconclusive': '',
  'policy/service-owner-rights': `# review: policy/service-owner-rights
diff --git a/App/config/authorization/policy.xml b/App/config/authorization/policy.xml
--- a/App/config/authorization/policy.xml
+++ b/App/config/authorization/policy.xml
@@ -82,6 +82,12 @@
             <xacml:AttributeDesignator AttributeId="urn:oasis:names:tc:xacml:1.0:action:action-id" Category="urn:oasis:names:tc:xacml:3.0:attribute-category:action" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
           </xacml:Match>
         </xacml:AllOf>
+        <xacml:AllOf>
+          <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal">
+            <xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">write</xacml:AttributeValue>
+            <xacml:AttributeDesignator AttributeId="urn:oasis:names:tc:xacml:1.0:action:action-id" Category="urn:oasis:names:tc:xacml:3.0:attribute-category:action" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/>
+          </xacml:Match>
+        </xacml:AllOf>
       </xacml:AnyOf>
     </xacml:Target>
   </xacml:Rule>
`,
  'scopes/differ-by-environment': '',
  'scopes/to-add': '',
  'scopes/unresolved': '',
  'secrets/committed-key': '',
  'vault/before-host': `# review: vault/before-host
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -13,16 +13,16 @@
 
 WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
 
+ConfigureServices(builder.Services, builder.Configuration);
+
+ConfigureWebHostBuilder(builder.WebHost);
+
 // Hemmeligheter fra Key Vault i TT02 og produksjon
 if (!builder.Environment.IsDevelopment())
 {
     builder.AddAzureKeyVaultAsConfigProvider();
 }
 
-ConfigureServices(builder.Services, builder.Configuration);
-
-ConfigureWebHostBuilder(builder.WebHost);
-
 WebApplication app = builder.Build();
 
 Configure();
`,
  'vault/handwritten-provider': `# review: vault/handwritten-provider
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -5,6 +5,7 @@
 using Microsoft.AspNetCore.Hosting;
 using Microsoft.Extensions.Configuration;
 using Microsoft.Extensions.DependencyInjection;
+using Microsoft.Extensions.Hosting;
 
 void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
 {
@@ -17,7 +18,10 @@
 
 ConfigureWebHostBuilder(builder.WebHost);
 
-builder.Configuration.AddKeyVault();
+if (!builder.Environment.IsDevelopment())
+{
+    builder.AddAzureKeyVaultAsConfigProvider();
+}
 
 WebApplication app = builder.Build();
 
`,
  'vault/missing-mount': '',
  'vault/overrides-studio': '',
  'vault/retire-secrets': '',
  'vault/secrets-client': '',
  'vault/unused-provider': `# review: vault/unused-provider
diff --git a/App/App.csproj b/App/App.csproj
--- a/App/App.csproj
+++ b/App/App.csproj
@@ -10,9 +10,6 @@
   <ItemGroup>
     <PackageReference Include="Altinn.App.Api" Version="8.12.7" />
     <PackageReference Include="Altinn.App.Core" Version="8.12.7" />
-    <PackageReference Include="Microsoft.Azure.KeyVault" Version="3.0.5" />
-    <PackageReference Include="Microsoft.Azure.Services.AppAuthentication" Version="1.6.2" />
-    <PackageReference Include="Microsoft.Extensions.Configuration.AzureKeyVault" Version="3.1.24" />
   </ItemGroup>
 
   <ItemGroup>
# review: vault/unused-provider
diff --git a/App/Program.cs b/App/Program.cs
--- a/App/Program.cs
+++ b/App/Program.cs
@@ -3,13 +3,9 @@
 using Altinn.App.Clients;
 using Altinn.App.Core.Features;
 using Altinn.App.Logic;
-using AltinnCore.Authentication.Constants;
 using Microsoft.AspNetCore.Builder;
 using Microsoft.AspNetCore.Hosting;
-using Microsoft.Azure.KeyVault;
-using Microsoft.Azure.Services.AppAuthentication;
 using Microsoft.Extensions.Configuration;
-using Microsoft.Extensions.Configuration.AzureKeyVault;
 using Microsoft.Extensions.DependencyInjection;
 using Microsoft.Extensions.Hosting;
 
@@ -27,12 +23,6 @@
 
 ConfigureWebHostBuilder(builder.WebHost);
 
-// Add Azure KV provider for TT02 & Prod environments
-if (!builder.Environment.IsDevelopment())
-{
-    builder.AddAzureKeyVaultAsConfigProvider();
-}
-
 WebApplication app = builder.Build();
 
 Configure();
@@ -59,27 +49,3 @@
 {
     app.UseAltinnAppCommonConfiguration();
 }
-
-// Henter klientdetaljene til Maskinporten fra etatens nøkkelhvelv
-static void ConnectToKeyVault(IConfigurationBuilder config)
-{
-    IConfiguration stageOneConfig = config.Build();
-    var keyVaultSettings = new KeyVaultSettings();
-    stageOneConfig.GetSection("kvSetting").Bind(keyVaultSettings);
-
-    if (
-        !string.IsNullOrEmpty(keyVaultSettings.ClientId)
-        && !string.IsNullOrEmpty(keyVaultSettings.TenantId)
-        && !string.IsNullOrEmpty(keyVaultSettings.ClientSecret)
-        && !string.IsNullOrEmpty(keyVaultSettings.SecretUri)
-    )
-    {
-        string connectionString =
-            $"RunAs=App;AppId={keyVaultSettings.ClientId};TenantId={keyVaultSettings.TenantId};AppKey={keyVaultSettings.ClientSecret}";
-        var tokenProvider = new AzureServiceTokenProvider(connectionString);
-        var keyVaultClient = new KeyVaultClient(
-            new KeyVaultClient.AuthenticationCallback(tokenProvider.KeyVaultTokenCallback)
-        );
-        config.AddAzureKeyVault(keyVaultSettings.SecretUri, keyVaultClient, new DefaultKeyVaultSecretManager());
-    }
-}
# review: vault/unused-provider
diff --git a/deployment/values.yaml b/deployment/values.yaml
--- a/deployment/values.yaml
+++ b/deployment/values.yaml
@@ -8,9 +8,6 @@
       mountPath: /mnt/keys
     - name: accesstoken
       mountPath: "/accesstoken"
-    # Adressen til nøkkelhvelvet (kvSetting)
-    - name : altinn-appsettings-secret
-      mountPath: "/altinn-appsettings-secret"
   volumes:
     - name: datakeys
       persistentVolumeClaim:
@@ -18,6 +15,3 @@
     - name: accesstoken
       secret:
         secretName: accesstoken
-    - name : altinn-appsettings-secret
-      secret:
-        secretName: altinn-appsettings-secret
`,
  'version/mismatch': '',
  'version/too-old': '',
  'version/unknown': '',
};
