import type { RuleId } from '../words/rule-words.ts';

/**
 * What each rule's fix does to its fixture, as the tool itself prints it; empty where there is none.
 * Written by `npm run docs`.
 */
export const examples: Readonly<Record<RuleId, string>> = {
  'clients/external-http-client': '',
  'clients/external-message-handler': '',
  'clients/external-service': '',
  'clients/token-provider': '',
  'clients/key-type': '',
  'clients/unsupported-setting': '',
  'clients/library-brings-client': '',
  'clients/exchange-expected': '',
  'clients/masked-token': '',
  'clients/external-package': '',
  'clients/package-missing': '',
  'config/delegate': '',
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
  'files/not-analysed': '',
  'version/mismatch': '',
  'version/too-old': '',
  'version/unknown': '',
};
