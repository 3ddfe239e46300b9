import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, type Files, found } from '../audited.ts';
import { type StartUpOptions, startingApp } from '../start-ups.ts';
import { connecting, documented } from '../vault/wirings.ts';

const rule = 'config/early-read';
const there = 'App/Program.cs:3 warning prepare manual';

async function findings(services: string, app: StartUpOptions = { after: documented }): Promise<readonly string[]> {
  return found(
    rule,
    startingApp({
      services: `    ${services}\n    services.ConfigureMaskinportenClient("a:MaskinportenSettings");\n`,
      ...app,
    }),
  );
}

const own = 'skogv:MaskinportenSettings';

describe('a Maskinporten section is read before the vault is there', () => {
  test.each([
    ['into a new object', `var s = config.GetSection("${own}").Get<MaskinportenSettings>();`],
    ['into an object', `config.GetSection("${own}").Bind(settings);`],
    ['into an object, statically', `ConfigurationBinder.Bind(config.GetSection("${own}"), settings);`],
    ['a key of it', `var id = config["${own}:ClientId"];`],
    ['a key of it, as a value', `var id = config.GetSection("${own}").GetValue<string>("ClientId");`],
    ['a key of it, through a local', `var s = config.GetSection("${own}"); var id = s["ClientId"];`],
    ['whether it is there', `if (config.GetSection("${own}").Exists()) { }`],
    ['in an argument', `services.AddSingleton(new Client(config["${own}:ClientId"]));`],
    ['in a deployed app', `if (!env.IsDevelopment()) { config.GetSection("${own}").Bind(settings); }`],
    ['by an odd name that ends as usual', 'config.GetSection("SkogMaskinportenSettings").Bind(settings);'],
  ])('%s', async (_, statement) => {
    expect(await findings(statement)).toEqual([there]);
  });

  test('also one by any name that a client takes its credentials from', async () => {
    const registration =
      'services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("Tokens"));';
    expect(await findings(`config.GetSection("Tokens").Bind(settings); ${registration}`)).toEqual([there]);
  });

  test.each([
    ['bound late', `services.Configure<MaskinportenSettings>(config.GetSection("${own}"));`],
    [
      'read in a lambda that runs late',
      `services.AddHttpClient("x", _ => config.GetSection("${own}").Bind(settings));`,
    ],
    ['read in Development alone', `if (env.IsDevelopment()) { config.GetSection("${own}").Bind(settings); }`],
    ['named only', `var s = config.GetSection("${own}");`],
    ['another', 'config.GetSection("Skogregister").Bind(settings);'],
    ['set', `config["${own}:ClientId"] = "x";`],
  ])('not when it is %s', async (_, statement) => {
    expect(await findings(statement)).toEqual([]);
  });

  test.each([
    ['handed on, to be read who knows when', `services.AddDanClient(config.GetSection("${own}"));`],
    ['a key of another that begins like it', 'var x = config["MaskinportenSettings2"];'],
    ['a key of another that ends like it', 'var x = config["MaskinportenSettingsOld:ClientId"];'],
    ['a section that stands in it', `config.GetSection("${own}:Proxy").Bind(settings);`],
    ['the section that it stands in', 'config.GetSection("skogv").Bind(settings);'],
  ])('not when it is %s', async (_, statement) => {
    expect(await findings(statement)).toEqual([]);
  });

  test('not when nobody knows when the vault is added', async () => {
    const deferred = {
      after: 'library.Use(config => ConnectToKeyVault(config));\n',
      functions: connecting(),
    };
    expect(await findings(`config.GetSection("${own}").Bind(settings);`, deferred)).toEqual([]);
  });

  test('not when there is no vault, or it was added before', async () => {
    const statement = `config.GetSection("${own}").Bind(settings);`;
    expect(await findings(statement, {})).toEqual([]);
    expect(await findings(statement, { first: documented })).toEqual([]);
  });

  test('not when the vault is added in Development alone', async () => {
    const local = documented.replace('!builder', 'builder');
    expect(await findings(`config.GetSection("${own}").Bind(settings);`, { after: local })).toEqual([]);
  });

  test('of an app that has nothing of it', async () => {
    expect(await found(rule, appWith('    services.AddHttpContextAccessor();'))).toEqual([]);
  });
});

describe('the default section is read before the provisioned file is there', () => {
  const statement = 'config.GetSection("MaskinPortenSettings").Bind(settings);';

  test('without any vault', async () => {
    expect(await findings(statement, {})).toEqual([there]);
  });

  test('not after the host', async () => {
    expect(await findings('', { after: statement.replace('config', 'builder.Configuration') })).toEqual([]);
  });

  test.each<[string, StartUpOptions]>([
    ['in a version without such a file', { version: '8.2.6' }],
    ['in v9, which keeps it to itself', { version: '9.0.0' }],
    ['where nothing loads it', { host: '' }],
  ])('not %s', async (_, app) => {
    expect(await findings(statement, app)).toEqual([]);
  });

  test('and not one inside another, which that file does not hold', async () => {
    expect(await findings(`config.GetSection("${own}").Bind(settings);`, {})).toEqual([]);
  });

  test('also a key of it', async () => {
    expect(await findings('var id = config["maskinportenSettings:ClientId"];', {})).toEqual([there]);
  });
});

describe('a client of the external package reads its section', () => {
  const services = `services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("${own}"), d => d.ClientSettings.Scope = "a:b");`;
  const referencing = (version: string): Files => {
    const project = startingApp({})['App/App.csproj'];
    const reference = `  <PackageReference Include="Altinn.ApiClients.Maskinporten" Version="${version}" />\n  </ItemGroup>`;
    return { 'App/App.csproj': String(project).replace('</ItemGroup>', reference) };
  };

  test.each([
    ['8.0.1', []],
    ['8.*', []],
    ['9.0.0', [there]],
    ['10.*', [there]],
    ['[8.0,9.0)', []],
  ])('at its registration from 9.0 on: %s', async (version, expected) => {
    expect(await findings(services, { after: documented, more: referencing(version) })).toEqual(expected);
  });

  test.each([
    ['8.11.5', []],
    ['8.12.1', [there]],
    ['8.12.7', []],
  ])('as the version that comes along with Altinn.App %s does', async (version, expected) => {
    expect(await findings(services, { version, after: documented })).toEqual(expected);
  });

  test('also as a definition for handlers, and through a local', async () => {
    const definition = `var s = config.GetSection("${own}"); services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", s);`;
    expect(await findings(definition, { after: documented, more: referencing('9.1.0') })).toEqual([there]);
  });

  test('and is told from other code that reads it', async () => {
    const registrationIn = async (statement: string) => {
      const app = startingApp({ services: `    ${statement}\n`, after: documented, more: referencing('9.1.0') });
      const { settled } = await auditedApp(app);
      return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data.registration] : []));
    };
    expect(await registrationIn(services)).toEqual([true]);
    expect(await registrationIn(`config.GetSection("${own}").Bind(settings); ${services}`)).toEqual([false, true]);
  });

  test('but not the object that the section was read into: that is where it was read', async () => {
    const read = `var s = config.GetSection("${own}").Get<MaskinportenSettings>(); services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(s);`;
    expect(await findings(read, { after: documented, more: referencing('9.1.0') })).toEqual([there]);
  });

  test('not with the vault there before', async () => {
    expect(await findings(services, { first: documented, more: referencing('9.1.0') })).toEqual([]);
  });
});
