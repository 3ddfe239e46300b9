import fc from 'fast-check';
import { programOf } from '../../test/migrate/external/program.ts';
import { type Registration, type Registrations, registrations } from '../../test/migrate/external/registrations.ts';
import { serviceConsumer } from '../../test/rules/clients/service-consumers.ts';
import { consumer } from '../../test/rules/clients/token-consumers.ts';
import { held, makings, shown, programOf as textMaker } from '../../test/rules/clients/token-programs.ts';

/** An app that a generator of the property tests makes, with what it takes to be a program. */
export interface GeneratedApp {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

const seed = 20_261_120;

export function generatedApps(each: number): readonly GeneratedApp[] {
  const sample = <T>(arbitrary: fc.Arbitrary<T>) => fc.sample(arbitrary, { numRuns: each, seed });
  const named = (kind: string, all: readonly GeneratedApp['files'][]) =>
    all.map((files, index) => ({ name: `${kind}-${index + 1}`, files }));
  return [
    ...named('registrations', sample(registrations).map(withRegistrations)),
    ...named(
      'token-provider',
      sample(consumer).map(({ text }) => withClass(text)),
    ),
    ...named(
      'external-service',
      sample(serviceConsumer).map(({ text }) => withClass(text)),
    ),
    ...named('masked-token', [withClass(textMaker(everyText()))]),
  ];
}

function withRegistrations(made: Registrations): GeneratedApp['files'] {
  const compilable = { ...made, all: made.all.map(inOrderOfToday) };
  const { text, others } = programOf(compilable);
  const needsInterfaces = compilable.all.some(({ overload }) => overload === 'interface');
  return {
    'App/App.csproj': projectOf(made.version, needsInterfaces),
    'App/Program.cs': text,
    'App/config/applicationmetadata.json': metadata,
    'App/Around.cs': aroundRegistrations(compilable.all),
    ...others,
  };
}

/** The order of arguments that only package 2.x takes goes with no version of the app library here. */
function inOrderOfToday(one: Registration): Registration {
  return one.style === 'old-order' ? { ...one, style: 'positional' } : one;
}

function withClass(text: string): GeneratedApp['files'] {
  return {
    'App/App.csproj': projectOf('8.12.7', false),
    'App/Program.cs': `WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddAltinnAppServices(builder.Configuration, builder.Environment);
builder.WebHost.ConfigureAppWebHost(args);
WebApplication app = builder.Build();
app.UseAltinnAppCommonConfiguration();
app.Run();
`,
    'App/config/applicationmetadata.json': metadata,
    'App/Around.cs': aroundClass,
    'App/C.cs': text,
  };
}

function everyText(): readonly string[] {
  const made = held.flatMap((token) => makings.map(({ before }) => `texts.Add(${before(token)});`));
  return [...made, ...held.flatMap((token) => shown.map((show) => `${show(token)};`))];
}

const metadata = '{ "id": "ttd/app", "org": "ttd" }\n';

function projectOf(version: string, needsInterfaces: boolean): string {
  const external = '\n    <PackageReference Include="Altinn.ApiClients.Maskinporten" Version="9.1.0" />';
  return `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net8.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Altinn.App.Api" Version="${version}" />
    <PackageReference Include="Altinn.App.Core" Version="${version}" />${needsInterfaces ? external : ''}
    <PackageReference Include="Microsoft.Extensions.Http.Polly" Version="8.0.11" />
  </ItemGroup>
  <ItemGroup>
    <Using Include="Altinn.App.Api.Extensions" />
  </ItemGroup>
</Project>
`;
}

/** The clients, the policies and the setting-up that the registrations name. */
function aroundRegistrations(all: readonly Registration[]): string {
  const classes = all.map(({ number }) => `public interface I${number};\npublic class C${number} : I${number};\n`);
  const policies = all.map(
    ({ number }) =>
      `    public static readonly IAsyncPolicy<HttpResponseMessage> p${number} = Policy.NoOpAsync<HttpResponseMessage>();\n`,
  );
  const isStatic = all.some(({ style }) => style === 'static');
  const aliases = ['HttpClientBuilderExtensions', 'ServiceCollectionExtensions'].map(
    (name) => `global using ${name} = Altinn.ApiClients.Maskinporten.Extensions.${name};\n`,
  );
  return `using Polly;
global using static Around;
${isStatic ? aliases.join('') : ''}
${classes.join('')}
public static class Around
{
${policies.join('')}
    public static void Setup(Action action) => action();
}
`.replace(/^(using Polly;\n)((?:global using .*\n)+)/, '$2$1');
}

const aroundClass = `global using static Around;
global using Altinn.App.Core.Internal.Secrets;
global using Microsoft.IdentityModel.Tokens;

public static class Around
{
    public static string? _token;

    public static void Keep() { }

    public static void Keep(int number) { }

    public static void Send(object? what) { }
}
`;
