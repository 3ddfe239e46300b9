import { describe, expect, test } from 'vitest';
import { statusOf } from '../../../src/app/status.ts';
import {
  appWith,
  auditedApp,
  type Files,
  found,
  libraryOf,
  programWith,
  projectOf,
  referencing,
  told,
} from '../audited.ts';

const rule = 'clients/library-brings-client';

function appReferencing(...items: readonly string[]): Files {
  const project = projectOf('8.9.2').replace('  </ItemGroup>', `${items.join('\n')}\n  </ItemGroup>`);
  return appWith('', { more: { 'App/App.csproj': project } });
}

const reference = (id: string, version: string) => `<PackageReference Include="${id}" Version="${version}" />`;

async function libraries(files: Files) {
  const { app, settled } = await auditedApp(files);
  const findings = settled.filter(({ finding }) => finding.rule === rule);
  return { told: findings.map((one) => told(app, one)), data: findings.map(({ finding }) => finding.data) };
}

describe('a library is told', () => {
  test.each([
    ['Altinn.ApiClients.Dan', '1.0.0', 'dan', true],
    ['Altinn.ApiClients.Dan', '2.3.0', 'dan', true],
    ['altinn.apiclients.dan', '[2.0,4.0)', 'dan', true],
    ['Altinn.ApiClients.Dan', '2.*', 'dan', true],
    ['Altinn.ApiClients.Dan', '*', 'dan', false],
    ['Altinn.ApiClients.Dan', '(2.0,3.0)', 'dan', false],
    ['Altinn.ApiClients.Dan', '$(DanVersion)', 'dan', false],
    ['Altinn.ApiClients.Dialogporten', '1.2.0', 'dialogporten', false],
    ['Altinn.Correspondence.Helpers', '1.0.0', 'correspondence', false],
    ['Altinn.ApiClients.Correspondence', '$(V)', 'correspondence', false],
  ])('%s %s', async (id, version, library, certain) => {
    const { told, data } = await libraries(appReferencing(reference(id, version)));
    expect(told).toEqual(['App/App.csproj:5 warning switch manual']);
    const known = version.startsWith('$') ? null : version;
    expect(data).toEqual([{ id, version: known, library, certain, method: 'UseMaskinportenAuthorization' }]);
  });

  test.each([
    ['Altinn.ApiClients.Dan', '3.0.0'],
    ['Altinn.ApiClients.Dan', '3.*'],
    ['Altinn.ApiClients.Dan', '[3.0,4.0)'],
    ['Altinn.ApiClients.Dan.Models', '2.0.0'],
    ['Altinn.ApiClients.Maskinporten', '8.0.1'],
    ['Altinn.App.Clients.Correspondence', '8.9.2'],
    ['Other.Correspondence', '1.0.0'],
    ['Altinn.Correspondence.Contracts', '1.0.0'],
    ['Altinn.Correspondence.Client.Abstractions', '1.0.0'],
    ['Altinn.ApiClients.Correspondence.Models', '1.0.0'],
  ])('but not %s %s', async (id, version) => {
    expect((await libraries(appReferencing(reference(id, version)))).told).toEqual([]);
  });
});

describe('Dialogporten, whose newest version takes what authorizes it,', () => {
  const hung = 'services.AddDialogportenClient(settings, b => b.UseMaskinportenAuthorization("digdir:dialogporten"));';
  const bare = 'services.AddDialogportenClient(settings);';
  const files = (services: string) => ({
    ...appReferencing(reference('Altinn.ApiClients.Dialogporten', '1.5.0')),
    'App/Program.cs': programWith(services),
  });
  const told = ['App/App.csproj:5 warning switch manual'];

  test.each([
    ['is told while nothing is hung on it', bare, told],
    ['is told while its client is registered out of sight', '', told],
    ['is left alone with the handler of the built-in client', hung, []],
    [
      'is left alone with one in a block',
      'services.AddDialogportenClient(settings, configure: b => { b.UseMaskinportenAltinnAuthorization("a"); });',
      [],
    ],
    [
      'is told with the handler on another client',
      `${bare}\nservices.AddHttpClient<A>().UseMaskinportenAuthorization("a");`,
      told,
    ],
    ['is told with the handler on one of two', `if (x) ${hung} else ${bare}`, told],
    [
      'is left alone beside another client with a handler of its own',
      `${hung}\nservices.AddHttpClient<A>().UseMaskinportenAuthorization("a");`,
      [],
    ],
    [
      'is told with the handler passed on by its name, of which nobody knows what it asks for',
      'services.AddDialogportenClient(settings, X.UseMaskinportenAuthorization);',
      told,
    ],
    [
      'is told with the handler in a call whose name ends alike',
      hung.replace('AddDialogporten', 'TryAddDialogporten'),
      told,
    ],
    ['is told with the handler on one of its clients and not on another of the same', `${hung}\n${bare}`, told],
    ['is left alone beside other calls of the library', `${hung}\nservices.AddDialogportenHealthChecks();`, []],
  ])('%s', async (_, services, expected) => {
    expect((await libraries(files(services))).told).toEqual(expected);
  });

  test.each([
    ['legacy with nothing hung on it', bare, 'legacy'],
    ['not with the handler of the built-in client', hung, 'studio'],
  ])('makes an app %s', async (_, services, status) => {
    expect(statusOf((await auditedApp(files(services))).app)).toBe(status);
  });
});

test.each([
  ['Altinn.ApiClients.Dan', '2.3.0', 'legacy'],
  ['Altinn.ApiClients.Dan', '*', 'none'],
  ['Altinn.Correspondence.Client', '1.0.0', 'none'],
])('an app with nothing but %s %s is %s', async (id, version, status) => {
  expect(statusOf((await auditedApp(appReferencing(reference(id, version)))).app)).toBe(status);
});

describe('the definition of a client', () => {
  const services =
    '    services.RegisterMaskinportenClientDefinition<SettingsJwkClientDefinition>("k", config.GetSection("Own"));';

  test.each([
    ['Altinn.ApiClients.Dan', 'manual, registration-consumed'],
    ['Altinn.ApiClients.Dialogporten', 'review, no-handler'],
    ['Altinn.Correspondence.Client', 'review, no-handler'],
  ])('beside %s is %s', async (id, told) => {
    const files = { ...appReferencing(reference(id, '2.0.0')), 'App/Program.cs': programWith(services) };
    expect(await found('clients/external-message-handler', files)).toEqual([`App/Program.cs:3 error switch ${told}`]);
  });
});

test('each reference is told where it stands, one of a props file once', async () => {
  const { told } = await libraries({
    ...appWith(''),
    'App/App.csproj': referencing(projectOf('8.9.2'), '../Lib/Lib.csproj'),
    'Lib/Lib.csproj': libraryOf(null).replace(
      '  </ItemGroup>',
      `${reference('Altinn.ApiClients.Dan', '2.0.0')}</ItemGroup>`,
    ),
    'Directory.Build.props': `<Project><ItemGroup>\n${reference('Altinn.ApiClients.Dialogporten', '1.0.0')}</ItemGroup></Project>`,
  });
  expect(told).toEqual(['Directory.Build.props:2 warning switch manual', 'Lib/Lib.csproj:3 warning switch manual']);
});

test('a condition may decide on the version', async () => {
  const versions = `<PackageReference Include="Altinn.ApiClients.Dan"><Version>3.0.0</Version><Version Condition="'$(CI)' == ''">2.3.0</Version></PackageReference>`;
  const { data } = await libraries(appReferencing(versions));
  expect(data).toMatchObject([{ version: '3.0.0 | 2.3.0', certain: false }]);
});

test('the method is spelled as the version of the app does', async () => {
  const files = { ...appReferencing(reference('Altinn.ApiClients.Dan', '2.0.0')) };
  const british = { ...files, 'App/App.csproj': String(files['App/App.csproj']).replaceAll('8.9.2', '8.6.0') };
  expect((await libraries(british)).data).toMatchObject([{ method: 'UseMaskinportenAuthorisation' }]);
});
