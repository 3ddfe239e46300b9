import { describe, expect, test } from 'vitest';
import { lockFilesListing, lockFilesOf } from '../../../src/app/packages/lock-files.ts';
import { centralPlaceIn, lastReferenceOf } from '../../../src/app/packages/reference-place.ts';
import { projectsBuiltWith, reachedFrom, repoProjects } from '../../../src/app/packages/repo-projects.ts';
import type { Project } from '../../../src/app/project/project.ts';
import type { FileRange } from '../../../src/location.ts';
import { webProject, workspaceOf } from '../workspace-of.ts';

type Files = Readonly<Record<string, string>>;

const referencing = (...paths: readonly string[]) =>
  webProject(`<ItemGroup>${paths.map((path) => `<ProjectReference Include="${path}" />`).join('')}</ItemGroup>`);

function projectsOf(files: Files): readonly Project[] {
  return repoProjects(workspaceOf(files));
}

function named(projects: readonly Project[], file: string): Project {
  const project = projects.find((one) => one.file === file);
  if (project === undefined) throw new Error(`no ${file}`);
  return project;
}

describe('the projects of a repo', () => {
  test('are its C# projects', () => {
    const files = {
      'A/A.csproj': webProject(''),
      'B/B.CSPROJ': webProject(''),
      'C.fsproj': '<Project />',
      'D.csproj.user': '<Project />',
    };
    expect(projectsOf(files).map(({ file }) => file)).toEqual(['A/A.csproj', 'B/B.CSPROJ']);
  });

  const chain = {
    'A/A.csproj': referencing('../B/B.csproj', '../Missing/M.csproj'),
    'B/B.csproj': referencing('../C/C.csproj', '../A/A.csproj'),
    'C/C.csproj': webProject('<Import Project="../own.props" />'),
    'D/D.csproj': referencing('../C/C.csproj'),
    'E/E.csproj': webProject(''),
    'own.props': '<Project />',
  };

  test('reach others by references, near ones first, and come to an end', () => {
    const all = projectsOf(chain);
    const reached = (file: string) => reachedFrom(named(all, file), all).map((one) => one.file);
    expect(reached('A/A.csproj')).toEqual(['A/A.csproj', 'B/B.csproj', 'C/C.csproj']);
    expect(reached('B/B.csproj')).toEqual(['B/B.csproj', 'C/C.csproj', 'A/A.csproj']);
    expect(reached('E/E.csproj')).toEqual(['E/E.csproj']);
  });

  test('build with a file that they or those they reach import', () => {
    const all = projectsOf(chain);
    const built = (file: string) => projectsBuiltWith(file, all).map((one) => one.file);
    expect(built('own.props')).toEqual(['A/A.csproj', 'B/B.csproj', 'C/C.csproj', 'D/D.csproj']);
    expect(built('other.props')).toEqual([]);
  });
});

describe('the lock file of a project', () => {
  const project = { 'App/My App.csproj': webProject('') };
  const found = (files: Files) => {
    const workspace = workspaceOf({ ...project, ...files });
    return lockFilesOf(repoProjects(workspace), workspace);
  };
  test.each([
    ['App/packages.lock.json'],
    ['App/Packages.Lock.json'],
    ['App/packages.My_App.lock.json'],
    ['App/packages.my_app.lock.json'],
  ])('is %s', (file) => {
    expect(found({ [file]: '{}' })).toEqual([file]);
  });

  test.each(['packages.lock.json', 'App/obj.lock.json', 'App/packages.Other.lock.json', 'Lib/packages.lock.json'])(
    'is not %s',
    (file) => {
      expect(found({ [file]: '{}' })).toEqual([]);
    },
  );

  test('lists a package by its whole id, in whatever casing, or may when it cannot be read', () => {
    const workspace = workspaceOf({
      'a.json': '{ "altinn.apiclients.maskinporten": {} }',
      'b.json': '{ "Altinn.ApiClients.Maskinporten.Extra": {} }',
    });
    expect(lockFilesListing('Altinn.ApiClients.Maskinporten', ['a.json', 'b.json', 'gone.json'], workspace)).toEqual([
      'a.json',
      'gone.json',
    ]);
  });
});

describe('a new reference goes', () => {
  const item = (id: string, more = '') => `<PackageReference Include="${id}" Version="1.0.0"${more} />`;
  const condition = ` Condition="'$(CI)' == ''"`;
  const textAt = (files: Files, at: FileRange | null) => at && (files[at.file] ?? '').slice(at.start, at.end);
  function behind(files: Files): string | null {
    return textAt(files, lastReferenceOf(named(projectsOf(files), 'App/App.csproj')));
  }

  test('behind the last of the project file, whatever a props file or a condition adds', () => {
    const files = {
      'App/App.csproj': webProject(`<ItemGroup>${item('A')}${item('B')}${item('C', condition)}</ItemGroup>`),
      'Directory.Build.props': `<Project><ItemGroup>${item('Z')}</ItemGroup></Project>`,
    };
    expect(behind(files)).toBe(item('B'));
  });

  test('nowhere where there is no other', () => {
    expect(behind({ 'App/App.csproj': webProject('') })).toBeNull();
    expect(behind({ 'App/App.csproj': webProject(`<ItemGroup>${item('A', condition)}</ItemGroup>`) })).toBeNull();
  });

  const version = (id: string, more = '') => `<PackageVersion Include="${id}" Version="1.0.0"${more} />`;
  function central(...items: readonly string[]): string | null {
    const files = {
      'App/App.csproj': webProject(''),
      'Directory.Packages.props': `<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup>${items.join('')}</ItemGroup></Project>`,
    };
    const place = centralPlaceIn(named(projectsOf(files), 'App/App.csproj'));
    return place && `${place.side} ${/Include="([^"]+)"/.exec(textAt(files, place.at) ?? '')?.[1]}`;
  }

  test.each<[string, readonly string[], string | null]>([
    [
      'before the one that comes after it',
      [version('Altinn.A'), version('Altinn.App.Api'), version('B')],
      'before Altinn.App.Api',
    ],
    [
      'before it in whatever casing',
      [version('altinn.a'), version('altinn.app.api'), version('B')],
      'before altinn.app.api',
    ],
    ['behind the last when all come before it', [version('A'), version('Altinn.A')], 'after Altinn.A'],
    ['behind the last when there is no order', [version('B'), version('A'), version('Z'), version('Y')], 'after Y'],
    ['behind the last that every build has', [version('A'), version('Altinn.A', condition)], 'after A'],
    ['nowhere when every one is under a condition', [version('A', condition)], null],
    ['nowhere when there is none', [], null],
  ])('centrally %s', (_, items, expected) => {
    expect(central(...items)).toBe(expected);
  });

  test('nowhere centrally where each project states its versions', () => {
    const all = projectsOf({ 'App/App.csproj': webProject(`<ItemGroup>${item('A')}</ItemGroup>`) });
    expect(centralPlaceIn(named(all, 'App/App.csproj'))).toBeNull();
  });
});
