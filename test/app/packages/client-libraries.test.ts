import { describe, expect, test } from 'vitest';
import { clientLibrariesOf } from '../../../src/app/packages/client-libraries.ts';
import { repoProjects } from '../../../src/app/packages/repo-projects.ts';
import { references, webProject, workspaceOf } from '../workspace-of.ts';

const item = (id: string, version: string, more = '') =>
  `<PackageReference Include="${id}" Version="${version}"${more} />`;

/** Each library of a project with these items: its kind, what it states, and whether that is certain. */
function libraries(...items: readonly string[]): readonly string[] {
  const project = webProject(`<ItemGroup>${items.join('\n')}</ItemGroup>`);
  return clientLibrariesOf(repoProjects(workspaceOf({ 'App/App.csproj': project }))).map(
    ({ kind, version, certain }) => `${kind} ${version}${certain ? '' : '?'}`,
  );
}

const dan = 'Altinn.ApiClients.Dan';

describe('Dan before 3.0 registers a client', () => {
  test.each([
    ['1.0.0', ['dan 1.0.0']],
    ['2.9.9', ['dan 2.9.9']],
    ['3.0.0-preview.1', []],
    ['3.0.0', []],
    ['10.0.0', []],
    ['[2.0,4.0)', ['dan [2.0,4.0)']],
    ['[3.0,)', []],
    ['2.*', ['dan 2.*']],
    ['3.*', []],
    ['[2.*,4.0)', ['dan [2.*,4.0)']],
    ['[3.*,4.0)', []],
    ['(2.0,4.0)', ['dan (2.0,4.0)?']],
    ['(,4.0)', ['dan (,4.0)?']],
    ['*', ['dan *?']],
    ['none', ['dan none?']],
  ])('%s', (version, expected) => {
    expect(libraries(item(dan, version))).toEqual(expected);
  });

  test('for certain only where every build has such a version', () => {
    const when = (value: string) => ` Condition="'$(Configuration)' == '${value}'"`;
    const version = (text: string, value: string) => `<Version${when(value)}>${text}</Version>`;
    const both = (one: string, other: string) =>
      `<PackageReference Include="${dan}">${version(one, 'Debug')}${version(other, 'Release')}</PackageReference>`;
    expect(libraries(both('1.0.0', '2.0.0'))).toEqual(['dan 1.0.0 | 2.0.0']);
    expect(libraries(both('2.0.0', '3.0.0'))).toEqual(['dan 2.0.0 | 3.0.0?']);
    expect(libraries(both('3.0.0', '4.0.0'))).toEqual([]);
    expect(libraries(both('3.0.0', '$(Unknown)'))).toEqual(['dan 3.0.0?']);
  });

  test('perhaps where no version is stated', () => {
    expect(libraries(`<PackageReference Include="${dan}" />`)).toEqual(['dan null?']);
  });
});

describe('a library is known by its id', () => {
  test.each([
    ['altinn.apiclients.DAN', ['dan 1.0.0']],
    ['Altinn.ApiClients.Dialogporten', ['dialogporten 1.0.0?']],
    ['altinn.apiclients.dialogporten', ['dialogporten 1.0.0?']],
    ['Altinn.Correspondence', ['correspondence 1.0.0?']],
    ['Altinn.ApiClients.Correspondence.Helpers', ['correspondence 1.0.0?']],
    ['Altinn.ApiClients.Danish', []],
    ['My.Altinn.ApiClients.Dan', []],
    ['Altinn.ApiClients.Dialogporten.Models', []],
    ['My.Altinn.ApiClients.Dialogporten', []],
    ['Altinn.App.Clients.Correspondence', []],
    ['My.Altinn.Correspondence', []],
    ['Altinn.Correspondence.Contracts', []],
    ['Altinn.Correspondence.ABSTRACTIONS', []],
    ['Altinn.Correspondence.Models', []],
    ['Altinn.Correspondence.Models.Client', ['correspondence 1.0.0?']],
    ['Altinn.CorrespondenceModels', ['correspondence 1.0.0?']],
  ])('%s', (id, expected) => {
    expect(libraries(item(id, '1.0.0'))).toEqual(expected);
  });

  test('once where a props file states it for several projects, each time where each states it', () => {
    const project = webProject(references({ 'Altinn.App.Api': '8.9.2' }));
    const props = { 'Directory.Build.props': `<Project><ItemGroup>${item(dan, '1.0.0')}</ItemGroup></Project>` };
    const shared = workspaceOf({ ...props, 'App/App.csproj': project, 'Lib/Lib.csproj': project });
    expect(clientLibrariesOf(repoProjects(shared))).toHaveLength(1);
    const own = webProject(references({ [dan]: '1.0.0' }));
    const each = workspaceOf({ 'App/App.csproj': own, 'Lib/Lib.csproj': own });
    expect(clientLibrariesOf(repoProjects(each)).map(({ at }) => at.file)).toEqual([
      'App/App.csproj',
      'Lib/Lib.csproj',
    ]);
  });
});
