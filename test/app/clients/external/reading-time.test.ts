import { describe, expect, test } from 'vitest';
import { isReadBeforeHost } from '../../../../src/app/clients/external/reading-time.ts';
import { appWith, auditedApp, projectOf } from '../../../rules/audited.ts';

const usings = 'using Altinn.ApiClients.Maskinporten.Config;\nusing Altinn.ApiClients.Maskinporten.Extensions;\n';

/** Whether the clients of an app have their settings before the host adds the provisioned file, with this package. */
async function readBefore(services: string, version: string, change = (program: string) => program) {
  const files = appWith(services);
  const reference = `<PackageReference Include="Altinn.ApiClients.Maskinporten" Version="${version}" />`;
  const { app } = await auditedApp({
    ...files,
    'App/App.csproj': projectOf('8.7.0').replace('  </ItemGroup>', `${reference}\n  </ItemGroup>`),
    'App/Program.cs': change(`${usings}${files['App/Program.cs']}`),
  });
  return app.externals.map((one) => isReadBeforeHost(app, one));
}

const [late, eager] = ['8.0.1', '9.1.0'];
const register = (settings: string, client = 'C') =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${client}>(${settings});`;
const section = 'config.GetSection("A")';
const hostFirst = (program: string) =>
  program
    .replace('builder.WebHost.ConfigureAppWebHost(args);\n', '')
    .replace('ConfigureServices(builder', 'builder.WebHost.ConfigureAppWebHost(args);\nConfigureServices(builder');

describe('the settings of a client are read before the provisioned file is there', () => {
  test.each([
    ['by a package that binds them at registration', register(section), eager],
    ['into an object that is read', `    var s = ${section}.Get<MaskinportenSettings>();\n${register('s')}`, late],
    [
      'into an object that is bound',
      `    var s = new MaskinportenSettings();\n    ${section}.Bind(s);\n${register('s')}`,
      late,
    ],
    ['into an object that is read in place', register(`${section}.Get<MaskinportenSettings>()`), late],
    ['in another casing', `    var s = config.GetSection("a").Get<MaskinportenSettings>();\n${register('s')}`, late],
  ])('%s', async (_, services, version) => {
    expect(await readBefore(services, version)).toEqual([true]);
    expect(await readBefore(services, version, hostFirst)).toEqual([false]);
  });

  test.each([
    ['by a package that binds them later', register(section), late],
    ['when another section is read', `    var s = config.GetSection("B").Get<Own>();\n${register(section)}`, late],
    ['when code reads the section for itself', `    var own = ${section}.Get<Own>();\n${register(section)}`, late],
    [
      'when it is only asked whether there are any',
      `    var s = ${section};\n    if (s.Exists()) {\n${register('s')}\n    }`,
      late,
    ],
    ['when only one value of them is', `    var id = config["A:ClientId"];\n${register(section)}`, late],
  ])('but not %s', async (_, services, version) => {
    expect(await readBefore(services, version)).toEqual([false]);
  });

  test('of each client for itself', async () => {
    const services = `${register(section)}\n    var s = config.GetSection("B").Get<MaskinportenSettings>();\n${register('s', 'D')}`;
    expect(await readBefore(services, late)).toEqual([false, true]);
  });

  test('but not where the app has no host that adds it', async () => {
    const without = (program: string) => program.replace('builder.WebHost.ConfigureAppWebHost(args);\n', '');
    expect(await readBefore(register(section), eager, without)).toEqual([false]);
  });
});
