import { fileOf, type Tree } from '../input/tree.ts';

/** Inputs of one shape in any size; `size` is the one that an audit should take about a second for, at most. */
export interface Family {
  readonly name: string;
  readonly size: number;
  tree(size: number): Tree;
}

const times = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const project = (items: string, version = '8.7.0') =>
  `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <ItemGroup>\n    <PackageReference Include="Altinn.App.Api" Version="${version}" />\n    <PackageReference Include="Altinn.App.Core" Version="${version}" />\n    <PackageReference Include="Altinn.ApiClients.Maskinporten" Version="9.1.0" />\n${items}\n  </ItemGroup>\n</Project>\n`;

const program = (services: string) => `using Altinn.App.Api.Extensions;
using Altinn.ApiClients.Maskinporten.Extensions;
using Altinn.ApiClients.Maskinporten.Services;
using Microsoft.Extensions.DependencyInjection;

void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
${services}
}

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
ConfigureServices(builder.Services, builder.Configuration);
builder.WebHost.ConfigureAppWebHost(args);
WebApplication app = builder.Build();
app.Run();

void ConfigureServices(IServiceCollection services, IConfiguration config)
{
    RegisterCustomAppServices(services, config, builder.Environment);
    services.AddAltinnAppServices(config, builder.Environment);
}
`;

function app(files: Readonly<Record<string, string>>): Tree {
  const usual = {
    'App/App.csproj': project(''),
    'App/Program.cs': program('    services.ConfigureMaskinportenClient("a:MaskinportenSettings");'),
    'App/config/applicationmetadata.json': '{ "id": "ttd/app", "org": "ttd" }\n',
  };
  return new Map(Object.entries({ ...usual, ...files }).map(([path, text]) => [path, fileOf(text)]));
}

const external = (index: number, section: string) =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client${index}>(config.GetSection("${section}"), d => d.ClientSettings.Scope = "a:b${index}");`;

const withServices = (line: (index: number) => string) => (size: number) =>
  app({ 'App/Program.cs': program(times(size, line)) });

const rule = (
  index: number,
) => `  <xacml:Rule RuleId="urn:r:${index}" Effect="Permit"><xacml:Target><xacml:AnyOf><xacml:AllOf>
    <xacml:Match MatchId="urn:oasis:names:tc:xacml:1.0:function:string-equal"><xacml:AttributeValue DataType="http://www.w3.org/2001/XMLSchema#string">DAGL</xacml:AttributeValue><xacml:AttributeDesignator AttributeId="urn:altinn:rolecode" Category="urn:oasis:names:tc:xacml:1.0:subject-category:access-subject" DataType="http://www.w3.org/2001/XMLSchema#string" MustBePresent="false"/></xacml:Match>
  </xacml:AllOf></xacml:AnyOf></xacml:Target></xacml:Rule>`;

const policy = (rules: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<xacml:Policy xmlns:xacml="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="p" Version="1.0" RuleCombiningAlgId="urn:oasis:names:tc:xacml:3.0:rule-combining-algorithm:deny-overrides">\n  <xacml:Target/>\n${rules}\n</xacml:Policy>\n`;

const task = (index: number) =>
  `<bpmn:task id="Task_${index}"><bpmn:extensionElements><altinn:taskExtension><altinn:taskType>data</altinn:taskType></altinn:taskExtension></bpmn:extensionElements></bpmn:task>`;

const process = (tasks: string) =>
  `<?xml version="1.0"?>\n<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:altinn="http://altinn.no/process"><bpmn:process id="p">\n${tasks}\n</bpmn:process></bpmn:definitions>\n`;

export const families: readonly Family[] = [
  { name: 'registrations that share a section', size: 200, tree: withServices((index) => external(index, 'A')) },
  { name: 'registrations with a section each', size: 200, tree: withServices((index) => external(index, `A${index}`)) },
  {
    name: 'built-in clients on paths of their own',
    size: 200,
    tree: withServices((index) => `    services.ConfigureMaskinportenClient("A${index}");`),
  },
  {
    name: 'obsolete spellings',
    size: 200,
    tree: withServices((index) => `    services.AddHttpClient<C${index}>().UseMaskinportenAuthorisation("a:b");`),
  },
  {
    name: 'statements beside one registration',
    size: 2_000,
    tree: (size) =>
      app({
        'App/Program.cs': program(
          `${external(0, 'A')}\n${times(size, (index) => `    services.AddTransient<I${index}, C${index}>();`)}`,
        ),
      }),
  },
  {
    name: 'links of one chain',
    size: 120,
    tree: (size) =>
      app({
        'App/Program.cs': program(
          `${external(0, 'A').slice(0, -1)}\n${times(size, () => '        .AddPolicyHandler(x)')};`,
        ),
      }),
  },
  {
    name: 'parts of one string',
    size: 250,
    tree: (size) =>
      app({
        'App/Program.cs': program(
          `    services.ConfigureMaskinportenClient(${times(size, () => '"a"').replaceAll('\n', ' + ')});`,
        ),
      }),
  },
  {
    name: 'functions that call the next one',
    size: 200,
    tree: (size) =>
      app({
        'App/Program.cs': `${program('    F0(services);')}\n${times(size, (index) => `void F${index}(IServiceCollection services) { F${index + 1}(services); }`)}\nvoid F${size}(IServiceCollection services) { services.ConfigureMaskinportenClient("A"); }`,
      }),
  },
  {
    name: '#if after #if',
    size: 200,
    tree: (size) =>
      app({
        'App/Program.cs': program(
          times(size, (index) => `#if S${index % 5}\n    services.ConfigureMaskinportenClient("A${index}");\n#endif`),
        ),
      }),
  },
  {
    name: '#if in #if',
    size: 200,
    tree: (size) =>
      app({
        'App/Program.cs': program(
          `${times(size, () => '#if A')}\n    services.ConfigureMaskinportenClient("A");\n${times(size, () => '#endif')}`,
        ),
      }),
  },
  {
    name: 'files with a registration',
    size: 100,
    tree: (size) =>
      app(
        Object.fromEntries(
          Array.from({ length: size }, (_, index) => [
            `App/E${index}.cs`,
            `static class E${index} { public static void Add${index}(this IServiceCollection services, IConfiguration config) {\n${external(index, 'A')}\n} }`,
          ]),
        ),
      ),
  },
  {
    name: 'files that inject the token provider',
    size: 100,
    tree: (size) =>
      app(
        Object.fromEntries(
          Array.from({ length: size }, (_, index) => [
            `App/C${index}.cs`,
            `using Altinn.App.Core.Internal.Maskinporten;\nclass C${index} { readonly IMaskinportenTokenProvider p; C${index}(IMaskinportenTokenProvider p) { this.p = p; }\n async Task<string> T() { return await p.GetToken("a:b"); } }`,
          ]),
        ),
      ),
  },
  {
    name: 'types in one file',
    size: 1_000,
    tree: (size) =>
      app({
        'App/T.cs': `// Maskinporten\n${times(size, (index) => `class T${index} : T${index + 1} { string S = T${index + 1}.S; }`)}`,
      }),
  },
  {
    name: 'keys of one section',
    size: 2_000,
    tree: (size) =>
      app({
        'App/appsettings.json': `{ "MaskinportenSettings": {\n${times(size, (index) => `"K${index}": "v",`)}\n"ClientId": "x" } }`,
      }),
  },
  {
    name: 'sections with a client',
    size: 500,
    tree: (size) =>
      app({
        'App/appsettings.json': `{\n${times(size, (index) => `"A${index}": { "MaskinportenSettings": { "ClientId": "x", "Scope": "a:b" } },`)}\n"x": 1 }`,
      }),
  },
  {
    name: 'settings files',
    size: 50,
    tree: (size) =>
      app(
        Object.fromEntries(
          Array.from({ length: size }, (_, index) => [
            `App/appsettings.E${index}.json`,
            `{ "MaskinportenSettings": { "ClientId": "x${index}", "Scope": "a:b${index}" } }`,
          ]),
        ),
      ),
  },
  {
    name: 'policy rules',
    size: 500,
    tree: (size) => app({ 'App/config/authorization/policy.xml': policy(times(size, rule)) }),
  },
  {
    name: 'tasks',
    size: 200,
    tree: (size) =>
      app({
        'App/config/process/process.bpmn': process(times(size, task)),
        'App/config/authorization/policy.xml': policy(times(20, rule)),
      }),
  },
  {
    name: 'package references',
    size: 500,
    tree: (size) =>
      app({
        'App/App.csproj': project(
          times(size, (index) => `    <PackageReference Include="P${index}" Version="1.0.${index}" />`),
        ),
      }),
  },
  {
    name: 'properties that name the one before',
    size: 500,
    tree: (size) =>
      app({
        'App/App.csproj': project('', `$(P${size})`).replace(
          '<ItemGroup>',
          `<PropertyGroup><P0>8.7.0</P0>\n${times(size, (index) => `<P${index + 1}>$(P${index})</P${index + 1}>`)}</PropertyGroup><ItemGroup>`,
        ),
      }),
  },
  {
    name: 'imports after each other',
    size: 200,
    tree: (size) =>
      app({
        'App/App.csproj': project('').replace('<ItemGroup>', '<Import Project="i0.props" /><ItemGroup>'),
        ...Object.fromEntries(
          Array.from({ length: size }, (_, index) => [
            `App/i${index}.props`,
            `<Project><Import Project="i${index + 1}.props" /></Project>`,
          ]),
        ),
      }),
  },
  {
    name: 'referenced projects',
    size: 100,
    tree: (size) =>
      app({
        'App/App.csproj': project(times(size, (index) => `    <ProjectReference Include="../L${index}/L.csproj" />`)),
        ...Object.fromEntries(
          Array.from({ length: size }, (_, index) => [
            `L${index}/L.csproj`,
            project(`<ProjectReference Include="../L${index + 1}/L.csproj" />`),
          ]),
        ),
      }),
  },
  {
    name: 'compile items with stars',
    size: 100,
    tree: (size) =>
      app({
        'App/App.csproj': project(times(size, (index) => `<Compile Remove="**/x${index}*/**/*.cs" />`)),
        ...Object.fromEntries(Array.from({ length: size }, (_, index) => [`App/d${index}/C.cs`, `class C${index} {}`])),
      }),
  },
  {
    name: 'variables in values.yaml',
    size: 300,
    tree: (size) =>
      app({
        'deployment/values.yaml': `deployment:\n  env:\n${times(size, (index) => `    - name: A${index}__MaskinportenSettings__ClientId\n      value: x`)}\n`,
      }),
  },
  {
    name: 'volumes',
    size: 300,
    tree: (size) =>
      app({
        'App/Program.cs': program('').replace(
          'WebApplication app',
          'builder.AddAzureKeyVaultAsConfigProvider();\nWebApplication app',
        ),
        'deployment/values.yaml': `deployment:\n  volumes:\n${times(size, (index) => `    - name: v${index}\n      secret:\n        secretName: altinn-appsettings-secret`)}\n`,
      }),
  },
  {
    name: 'names of secrets in a script',
    size: 2_000,
    tree: (size) =>
      app({
        'keys.sh': times(size, (index) => `az keyvault secret set --name a${index}--MaskinportenSettings--ClientId`),
      }),
  },
  {
    name: 'words that look like keys',
    size: 5_000,
    tree: (size) =>
      app({
        'App/appsettings.json': `{\n${times(size, (index) => `"K${index}": "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9${index}aB3dE5fG7hI9jK1",`)}\n"x": 1 }`,
      }),
  },
  {
    name: 'apps in one repo',
    size: 30,
    tree: (size) =>
      new Map(
        Array.from({ length: size }, (_, index) =>
          [...app({})].map(([path, entry]) => [`a${index}/${path}`, entry] as const),
        ).flat(),
      ),
  },
];
