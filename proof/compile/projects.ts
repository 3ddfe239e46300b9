import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dotnet } from '../dotnet.ts';

/** A project as MSBuild evaluates it: implicit usings, parent props, central versions and conditions included. */
export interface Project {
  readonly path: string;
  readonly assembly: string;
  readonly executable: boolean;
  readonly framework: string;
  readonly language: string;
  readonly nullable: string;
  readonly warningLevel: number;
  readonly symbols: readonly string[];
  readonly silentWarnings: readonly string[];
  readonly sources: readonly string[];
  readonly usings: readonly Using[];
  readonly projects: readonly string[];
  readonly packages: readonly PackageReference[];
  readonly isWeb: boolean;
  readonly friends: readonly string[];
}

export interface PackageReference {
  readonly id: string;
  readonly version: string;
}

interface Using {
  readonly namespace: string;
  readonly isStatic: boolean;
  readonly alias: string;
}

/** What the build server of an app knows and its repo does not. */
const fromBuildServer = 'AltinnAppVersion=8.12.7';

export const targets = fileURLToPath(new URL('facts.targets', import.meta.url));

export function projectFilesBelow(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return paths.filter((path) => path.endsWith('.csproj')).map((path) => join(folder, path));
}

/** One run of MSBuild for all; a project that it cannot read is missing from the answer. */
export async function evaluate(dotnet: Dotnet, paths: readonly string[], folder: string): Promise<readonly Project[]> {
  mkdirSync(folder, { recursive: true });
  const factsOf = (index: number) => join(folder, `${index}.facts`);
  const script = join(folder, 'evaluate.proj');
  writeFileSync(script, scriptFor(paths.map((path, index) => ({ path, facts: factsOf(index) }))));
  await dotnet.run(['msbuild', script, '-nologo', '-verbosity:quiet', '-maxCpuCount', '-nodeReuse:false']);
  const written = new Set(readdirSync(folder));
  return paths.flatMap((path, index) =>
    written.has(`${index}.facts`) ? [projectOf(path, readFileSync(factsOf(index), 'utf8'))] : [],
  );
}

function scriptFor(projects: readonly { readonly path: string; readonly facts: string }[]): string {
  const items = projects.map(
    ({ path, facts }) =>
      `    <App Include="${path}"><AdditionalProperties>FactsFile=${facts}</AdditionalProperties></App>\n`,
  );
  return `<Project DefaultTargets="Evaluate">
  <ItemGroup>
${items.join('')}  </ItemGroup>
  <Target Name="Evaluate">
    <MSBuild Projects="@(App)" Targets="TellFacts" Properties="CustomAfterMicrosoftCommonTargets=${targets};${fromBuildServer}"
             BuildInParallel="true" ContinueOnError="true" />
  </Target>
</Project>
`;
}

function projectOf(path: string, facts: string): Project {
  const lines = facts.split(/\r?\n/).map((line) => line.split('\t'));
  const all = (name: string) => lines.flatMap(([what, ...parts]) => (what === name ? [parts] : []));
  const one = (name: string) => all(name)[0]?.[0] ?? '';
  const words = (name: string) => one(name).split(' ').filter(Boolean);
  const central = new Map(all('PackageVersion').map(([id = '', version = '']) => [id.toLowerCase(), version]));
  return {
    path,
    assembly: one('AssemblyName'),
    executable: one('OutputType').toLowerCase() !== 'library',
    framework: one('TargetFramework'),
    language: one('LangVersion'),
    nullable: one('Nullable'),
    warningLevel: Number(one('WarningLevel')),
    symbols: words('DefineConstants'),
    silentWarnings: words('NoWarn').map((code) => (/^\d+$/.test(code) ? `CS${code}` : code)),
    sources: all('Compile').flatMap(([source]) => source ?? []),
    usings: all('Using').map(([namespace = '', isStatic, alias = '']) => ({
      namespace,
      isStatic: isStatic?.toLowerCase() === 'true',
      alias,
    })),
    projects: all('ProjectReference').flatMap(([project]) => project ?? []),
    packages: all('PackageReference').map(([id = '', version]) => ({
      id,
      version: version || (central.get(id.toLowerCase()) ?? ''),
    })),
    isWeb: all('FrameworkReference').some(([name]) => name === 'Microsoft.AspNetCore.App'),
    friends: all('InternalsVisibleTo').flatMap(([friend]) => friend ?? []),
  };
}

/** What the SDK writes into `obj` before it compiles, without what only tells of the assembly. */
export function generatedFor({ usings, friends }: Pick<Project, 'usings' | 'friends'>): string {
  const lines = usings.map(({ namespace, isStatic, alias }) => {
    const what = alias === '' ? `global::${namespace}` : `${alias} = global::${namespace}`;
    return `global using ${isStatic ? 'static ' : ''}${what};`;
  });
  const attribute = 'System.Runtime.CompilerServices.InternalsVisibleTo';
  return [...lines, ...friends.map((friend) => `[assembly: ${attribute}("${friend}")]`), ''].join('\n');
}
