import { describe, expect, test } from 'vitest';
import type { App } from '../../src/app/app.ts';
import type { AppLocation } from '../../src/app/discovery/app-location.ts';
import { readApp } from '../../src/app/read-app.ts';
import type { Target } from '../../src/target.ts';
import { appWith, type Files, projectOf, referencing } from '../rules/audited.ts';
import { process, processPath } from '../rules/policy/policies.ts';
import { workspaceOf } from './workspace-of.ts';

const location = { path: '.', projectFolder: 'App', projects: ['App/App.csproj'], neighbours: [] };

function read(files: Files, at: AppLocation = location, target: Target | null = null): Promise<App> {
  return readApp(workspaceOf(files), at, {
    target,
    decisions: new Map(),
    skipped: [],
    vaultListing: null,
    registeredScopes: null,
    extraScopes: [],
  });
}

const parsedIn = ({ sources }: App) => sources.parsed().map(({ path }) => path);
const custom = 'services.ConfigureMaskinportenClient("mine");';
const plain = 'class Own { }';

describe('the C# of an app', () => {
  test('is what its projects compile, each file once and in order', async () => {
    const files = appWith('', {
      more: {
        'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
        'Lib/Lib.csproj': '<Project><ItemGroup><Compile Include="../App/Program.cs" /></ItemGroup></Project>',
        'Lib/A.cs': plain,
        'App/Z.cs': plain,
        'Other/B.cs': plain,
      },
    });
    expect((await read(files)).sources.paths).toEqual(['App/Program.cs', 'App/Z.cs', 'Lib/A.cs']);
  });

  test('is all below its folder, where it has no project', async () => {
    const files = {
      'App/Program.cs': plain,
      'App/logic/A.CS': plain,
      'App/b.csx': '',
      'Apparatus/C.cs': plain,
      'D.cs': '',
    };
    expect((await read(files, { ...location, projects: [] })).sources.paths).toEqual([
      'App/Program.cs',
      'App/logic/A.CS',
    ]);
    const atRoot = { ...location, projectFolder: '.', projects: [] };
    expect((await read(files, atRoot)).sources.paths).toEqual([
      'App/Program.cs',
      'App/logic/A.CS',
      'Apparatus/C.cs',
      'D.cs',
    ]);
  });

  test('is not parsed where nothing is asked of it', async () => {
    const app = await read(appWith('    services.AddTransient<A>();', { more: { 'App/Own.cs': plain } }));
    expect(parsedIn(app)).toEqual([]);
  });

  test('is parsed where it starts, and where it tells something', async () => {
    const more = { 'App/Own.cs': plain, 'App/Told.cs': '// Maskinporten\nclass Told { }' };
    const app = await read(appWith(`    ${custom}`, { more }));
    expect(parsedIn(app).toSorted()).toEqual(['App/Program.cs', 'App/Told.cs']);
  });

  test.each([['MaskinPorten'], ['AddAzureKeyVault'], ['ConnectToKeyVault'], ['AddFiksArkiv']])(
    'is parsed where it says %s',
    async (word) => {
      const app = await read(appWith('', { more: { 'App/Told.cs': `// ${word}\nclass Told { }` } }));
      expect(parsedIn(app)).toContain('App/Told.cs');
      expect(parsedIn(app)).toContain('App/Program.cs');
    },
  );

  test('is parsed where it starts, though only its process sends to Fiks', async () => {
    const more = { [processPath]: process([{ id: 'Task_1', type: 'fiksArkiv' }]) };
    expect(parsedIn(await read(appWith('', { more })))).toEqual(['App/Program.cs']);
  });
});

describe('the version that an app is asked about', () => {
  test.each<[string, Target | null, Target]>([
    ['8.7.0', null, 'v8'],
    ['9.0.0', null, 'v9'],
    ['9.0.0-preview.1', null, 'v9'],
    ['7.15.2', null, 'v8'],
    ['latest', null, 'v8'],
    ['8.7.0', 'v9', 'v9'],
    ['9.0.0', 'v8', 'v8'],
  ])('of %s, asked about %s: %s', async (version, asked, target) => {
    expect((await read(appWith('', { version }), location, asked)).target).toBe(target);
  });
});

test('where the host is set up is known only where that is certain', async () => {
  const host = 'builder.WebHost.ConfigureAppWebHost(args);';
  const files = appWith(`    ${custom}`);
  const positionIn = async (statements: string) => {
    const program = `${files['App/Program.cs']}`.replace(host, statements);
    return (await read({ ...files, 'App/Program.cs': program })).hostPosition;
  };
  expect(await positionIn(host)).toBeGreaterThan(0);
  expect(await positionIn(`x.Use(() => { ${host} });`)).toBeNull();
  expect(await positionIn(`if (builder.Environment.IsDevelopment()) { ${host} }`)).toBeNull();
  expect(await positionIn('')).toBeNull();
});

test('a policy is found in another casing of its path', async () => {
  const policy = '<Policy xmlns="urn:oasis:names:tc:xacml:3.0:core:schema:wd-17" />';
  const kindAt = async (path: string) => (await read(appWith('', { more: { [path]: policy } }))).policy.kind;
  expect(await kindAt('App/Config/Authorization/Policy.xml')).toBe('policy');
  expect(await kindAt('App/config/policy.xml')).toBe('missing');
});

test('names of sections are asked for where code binds the default one', async () => {
  const external = (section: string) =>
    `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, C>(config.GetSection("${section}"));`;
  expect((await read(appWith(external('MaskinportenSettings')))).sectionNames.length).toBeGreaterThan(0);
  expect((await read(appWith(external('own')))).sectionNames).toEqual([]);
});
