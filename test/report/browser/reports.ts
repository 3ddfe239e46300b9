import { join } from 'node:path';
import { audit } from '../../../src/commands/audit.ts';
import type { Language } from '../../../src/words/words.ts';
import { projectRoot } from '../../end-to-end/binary.ts';
import { temporaryFolder, writeFiles } from '../../files/repo.ts';
import { choicesFor } from '../../fuzz/whole/choices.ts';

export function reportOfFixture(fixture: string, language: Language): Promise<string> {
  return reportOf(`${projectRoot}fixtures/${fixture}/app`, language);
}

async function reportOf(folder: string, language: Language): Promise<string> {
  const texts: string[] = [];
  const output = { isTerminal: false, data: (text: string) => texts.push(text), talk: () => 0, progress: () => 0 };
  await audit(choicesFor([folder], language, null), [{ name: 'html', file: null }], output);
  return texts.join('');
}

/** What would run, load or break out, wherever a text stands that is not ours. */
const hostile = `'"></title></style></pre></details></main><script>document.title='ran'</script><img src=x onerror=document.title='ran'><style>*{display:none}</style>`;
const inXml = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const inCSharp = hostile.replaceAll('"', '\\"');
const inFileName = `x"><img src=x onerror=document.title='ran'>`;

/** The report of an app in which everything that has a name is named to break the page. */
export function hostileReport(): Promise<string> {
  const root = join(temporaryFolder(), inFileName);
  writeFiles(root, {
    'App/App.csproj': `<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Altinn.App.Api" Version="8.7.0" /></ItemGroup></Project>\n`,
    'App/Program.cs': `void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
    // ${hostile}
    services.ConfigureMaskinportenClient("${inCSharp}:MaskinportenSettings");
    services.AddHttpClient("x").UseMaskinportenAuthorization("a:b ${inCSharp}");
}
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
RegisterCustomAppServices(builder.Services, builder.Configuration, builder.Environment);
builder.Services.AddAltinnAppServices(builder.Configuration, builder.Environment);
builder.WebHost.ConfigureAppWebHost(args);
builder.Build().Run();
`,
    [`App/${inFileName}.cs`]: `class X { void F(IServiceCollection s) { s.AddMaskinportenHttpClient<SettingsJwkClientDefinition>("${inCSharp}", config.GetSection("${inCSharp}")); } }\n`,
    [`App/appsettings.${inFileName}.json`]: `{ "MaskinportenSettings": `,
    'App/config/applicationmetadata.json': `${JSON.stringify({ id: `ttd/${hostile}`, org: 'ttd' })}\n`,
    'App/config/authorization/policy.xml': `<xacml:Policy xmlns:xacml="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" PolicyId="${inXml}"><xacml:Target/>
<xacml:Rule RuleId="${inXml}" Effect="Deny"><xacml:Target/></xacml:Rule></xacml:Policy>\n`,
    'App/config/process/process.bpmn': `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:altinn="http://altinn.no/process"><bpmn:process id="p"><bpmn:startEvent id="s"/><bpmn:task id="${inXml}"><bpmn:extensionElements><altinn:taskExtension><altinn:taskType>${inXml}</altinn:taskType></altinn:taskExtension></bpmn:extensionElements></bpmn:task></bpmn:process></bpmn:definitions>\n`,
  });
  return reportOf(root, 'nb');
}
