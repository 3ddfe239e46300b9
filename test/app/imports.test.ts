import { beforeAll, describe, expect, test } from 'vitest';
import { onlyKnownLibraries, openImports } from '../../src/app/imports.ts';
import { readAppProjects } from '../../src/app/project/app-projects.ts';
import { openSources } from '../../src/app/sources.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { webProject, workspaceOf } from './workspace-of.ts';

beforeAll(loadCSharp);

type Files = Readonly<Record<string, string>>;

function opened(files: Files) {
  const workspace = workspaceOf(files);
  const projects = readAppProjects(workspace, {
    path: '.',
    projectFolder: 'App',
    projects: ['App/App.csproj'],
    neighbours: [],
  });
  const paths = projects.length === 0 ? workspace.files : projects.flatMap((project) => project.sources);
  const sources = openSources(
    workspace,
    [...new Set(paths)].filter((path) => path.endsWith('.cs')),
  );
  return { sources, imports: openImports(projects, sources) };
}

/** What `App/A.cs` shares for certain, and all that it can name, with `?` behind what is not certain. */
function seenBy(path: string, files: Files) {
  const { sources, imports } = opened({ [path]: '', ...files });
  const file = sources.file(path);
  if (file === null) throw new Error(`${path} is not compiled`);
  const shared = imports.sharedWith(file);
  const all = imports.of(file).map(({ kind, alias, target }) => [kind, alias, target].filter(Boolean).join(' '));
  return { shared, all };
}

const app = (body = '') => ({ 'App/App.csproj': webProject(body) });

describe('a file shares', () => {
  test('global usings of other files, however they are spaced', () => {
    const { shared, all } = seenBy('App/A.cs', {
      ...app(),
      'App/Usings.cs': 'global using A.B;\nglobal\n  using  static C.D;\nglobal using E = F.G;\nusing H;\n',
    });
    expect(shared).toEqual(['A.B']);
    expect(all).toEqual(['namespace A.B', 'static C.D', 'alias E F.G']);
  });

  test('its own global usings once, beside its other ones', () => {
    const files = { ...app(), 'App/A.cs': 'global using A.B;\nusing C;\nusing D = E.F;\n' };
    expect(seenBy('App/A.cs', files)).toEqual({
      shared: ['A.B'],
      all: ['namespace A.B', 'namespace C', 'alias D E.F'],
    });
  });

  test('a global using that a symbol decides only perhaps', () => {
    const files = { ...app(), 'App/Usings.cs': '#if X\nglobal using A.B;\n#endif\n' };
    expect(seenBy('App/A.cs', files)).toEqual({ shared: [], all: ['namespace A.B'] });
  });

  test('not what stands in comments and strings', () => {
    const files = { ...app(), 'App/Usings.cs': '// global using A.B;\nvar x = "global using C;";\n' };
    expect(seenBy('App/A.cs', files)).toEqual({ shared: [], all: [] });
  });

  test('the usings of the project file', () => {
    const items = '<Using Include="A.B" /><Using Include="C.D" Static="true" /><Using Include="E.F" Alias="G" />';
    expect(seenBy('App/A.cs', app(`<ItemGroup>${items}</ItemGroup>`))).toEqual({
      shared: ['A.B'],
      all: ['namespace A.B', 'static C.D', 'alias G E.F'],
    });
  });

  test('those of a props file above, unless the project removes them', () => {
    const files = {
      ...app('<ItemGroup><Using Remove="A.B" /></ItemGroup>'),
      'Directory.Build.props': '<Project><ItemGroup><Using Include="A.B;C.D" /></ItemGroup></Project>',
    };
    expect(seenBy('App/A.cs', files).shared).toEqual(['C.D']);
  });

  test('a using under a condition only perhaps', () => {
    const item = `<Using Include="A.B" Condition="'$(Configuration)' == 'Debug'" />`;
    expect(seenBy('App/A.cs', app(`<ItemGroup>${item}</ItemGroup>`))).toEqual({ shared: [], all: ['namespace A.B'] });
  });

  test('implicit usings', () => {
    const on = app('<PropertyGroup><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>');
    expect(seenBy('App/A.cs', on).shared).toContain('Microsoft.Extensions.DependencyInjection');
    expect(seenBy('App/A.cs', app()).shared).toEqual([]);
  });
});

describe('projects do not share', () => {
  const files = {
    ...app('<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>'),
    'App/Usings.cs': 'global using A.App;\nglobal using A.Both;',
    'Lib/Lib.csproj':
      '<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><Using Include="A.Lib" /><Using Include="A.Both" /></ItemGroup></Project>',
    'Lib/L.cs': '',
  };

  test('with each other', () => {
    expect(seenBy('App/A.cs', files).shared).toEqual(['A.App', 'A.Both']);
    expect(seenBy('Lib/L.cs', files).shared).toEqual(['A.Lib', 'A.Both']);
  });

  test('but a file that both compile has what both have, and may name what either has', () => {
    const linked = {
      ...files,
      'App/App.csproj': webProject(
        '<ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /><Compile Include="../Lib/L.cs" /></ItemGroup>',
      ),
    };
    const { shared, all } = seenBy('Lib/L.cs', linked);
    expect(shared).toEqual(['A.Both']);
    expect(all).toEqual(expect.arrayContaining(['namespace A.App', 'namespace A.Lib', 'namespace A.Both']));
  });
});

test('without a project all files share', () => {
  expect(seenBy('App/A.cs', { 'App/Usings.cs': 'global using A.B;' }).shared).toEqual(['A.B']);
});

test('nothing is parsed for it but files with a global using', () => {
  const { sources, imports } = opened({
    ...app(),
    'App/A.cs': 'using X;',
    'App/B.cs': 'var g = global::X.Y; using var z = F();',
    'App/C.cs': 'global using Z;',
  });
  const file = sources.file('App/A.cs');
  if (file) imports.sharedWith(file);
  expect(sources.parsed().map(({ path }) => path)).toEqual(['App/A.cs', 'App/C.cs']);
});

describe('nothing else could have a name', () => {
  const only = (...targets: readonly string[]) =>
    onlyKnownLibraries(targets.map((target) => ({ kind: 'namespace', alias: null, target }) as const));

  test.each([
    'System',
    'System.Net.Http',
    'Microsoft.Extensions.Logging',
    'Altinn.App',
    'Altinn.App.Core.Models',
    'Altinn.Platform.Storage',
    'Altinn.Common.AccessToken',
    'Altinn.ApiClients.Maskinporten',
    'Altinn.ApiClients.Maskinporten.Config',
  ])('where %s is imported', (target) => {
    expect(only(target)).toBe(true);
    expect(only('System', target, 'Microsoft')).toBe(true);
    expect(only('System', target, 'Own')).toBe(false);
  });

  test.each([
    'Own',
    'Own.System',
    'Systems',
    'MySystem',
    'Microsofts.X',
    'Altinn',
    'Altinn.Apps',
    'AltinnXApp',
    'Altinn.ApiClients',
    'Altinn.ApiClients.Dan',
    'Altinn.ApiClientsXMaskinporten',
    'Altinn.ApiClients.Maskinportens',
  ])('but not where %s is', (target) => {
    expect(only(target)).toBe(false);
  });

  test('where nothing is imported', () => {
    expect(only()).toBe(true);
  });
});
