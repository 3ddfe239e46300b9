import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Dotnet } from '../dotnet.ts';

/** A package in a version that may float (`8.12.*`), for a target framework. */
export interface Wanted {
  readonly id: string;
  readonly version: string;
  readonly framework: string;
}

/** What the package source gave for one that was wanted, and for what that one leans on. */
export interface Restored {
  readonly version: string;
  readonly assemblies: readonly string[];
  readonly leansOn: readonly Package[];
}

export interface Package {
  readonly id: string;
  readonly version: string;
  readonly assemblies: readonly string[];
}

export interface Framework {
  readonly base: readonly string[];
  readonly web: readonly string[];
}

export interface Source {
  readonly framework: (name: string) => Framework | null;
  readonly package: (wanted: Wanted) => Restored | null;
}

const quietly = ['-nologo', '-verbosity:quiet', '-maxCpuCount', '-nodeReuse:false'];
const day = 24 * 60 * 60 * 1000;
const targets = fileURLToPath(new URL('references.targets', import.meta.url));

/**
 * Asks the package source of this machine, in one run of MSBuild: a project for each package and each framework. What a
 * package leans on may be missing: the rest of it serves all the same.
 */
export async function restore(
  dotnet: Dotnet,
  frameworks: readonly string[],
  wanted: readonly Wanted[],
  folder: string,
): Promise<Source> {
  const projects = [
    ...frameworks.map((framework) => ({ name: framework, text: projectFor(framework, null) })),
    ...wanted.map((one) => ({ name: nameOf(one), text: projectFor(one.framework, one) })),
  ];
  const unasked = projects.filter(({ name }) => !isFresh(join(folder, name, 'obj', 'project.assets.json')));
  for (const { name, text } of unasked) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, `${name}.csproj`), text);
  }
  const names = unasked.map(({ name }) => name);
  const script = join(folder, 'restore.proj');
  writeFileSync(
    script,
    scriptFor(
      names,
      frameworks.filter((name) => names.includes(name)),
    ),
  );
  if (names.length > 0) await dotnet.run(['msbuild', script, ...quietly]);
  return {
    framework: (name) => frameworkIn(join(folder, name)),
    package: (one) => packageIn(join(folder, nameOf(one)), one),
  };
}

/** What a source has changes seldom: its answer is good for a day. */
function isFresh(file: string): boolean {
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < day;
}

function nameOf({ id, version, framework }: Wanted): string {
  return `${id}-${version.replaceAll(/[^\w.-]/g, '_')}-${framework}`;
}

function projectFor(framework: string, wanted: Wanted | null): string {
  const reference =
    wanted === null
      ? '<FrameworkReference Include="Microsoft.AspNetCore.App" />'
      : `<PackageReference Include="${wanted.id}" Version="${wanted.version}" />`;
  return `<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>${framework}</TargetFramework>
    <CheckEolTargetFramework>false</CheckEolTargetFramework>
    <NuGetAudit>false</NuGetAudit>
    <UseAppHost>false</UseAppHost>
  </PropertyGroup>
  <ItemGroup>
    ${reference}
  </ItemGroup>
</Project>
`;
}

function scriptFor(names: readonly string[], frameworks: readonly string[]): string {
  const items = (tag: string, of: readonly string[]) =>
    of.map((name) => `    <${tag} Include="${name}/${name}.csproj" />\n`).join('');
  return `<Project DefaultTargets="Ask">
  <ItemGroup>
${items('Wanted', names)}${items('Framework', frameworks)}  </ItemGroup>
  <Target Name="Ask">
    <MSBuild Projects="@(Wanted)" Targets="Restore" BuildInParallel="true" ContinueOnError="true" />
    <MSBuild Projects="@(Framework)" Targets="TellReferences" BuildInParallel="true" ContinueOnError="true"
             Properties="CustomAfterMicrosoftCommonTargets=${targets}" />
  </Target>
</Project>
`;
}

function frameworkIn(folder: string): Framework | null {
  const told = join(folder, 'obj', 'references');
  if (!existsSync(told)) return null;
  const lines = readFileSync(told, 'utf8').split(/\r?\n/).filter(Boolean);
  const of = (name: string) =>
    lines.flatMap((line) => (line.startsWith(`${name}\t`) ? [line.slice(name.length + 1)] : []));
  const [base, web] = [of('Microsoft.NETCore.App'), of('Microsoft.AspNetCore.App')];
  return base.length === 0 || web.length === 0 ? null : { base, web };
}

interface Assets {
  readonly packageFolders: Readonly<Record<string, unknown>>;
  readonly libraries: Readonly<Record<string, { readonly path?: string }>>;
  readonly targets: Readonly<
    Record<string, Readonly<Record<string, { readonly compile?: Readonly<Record<string, unknown>> }>>>
  >;
  readonly logs?: readonly { readonly code: string; readonly message: string }[];
}

function packageIn(folder: string, { id, version }: Wanted): Restored | null {
  const file = join(folder, 'obj', 'project.assets.json');
  if (!existsSync(file)) return null;
  const assets: Assets = JSON.parse(readFileSync(file, 'utf8'));
  const packages = packagesIn(assets);
  const own = packages.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (own === undefined || !isIn(own.version, version)) return null;
  return { ...own, leansOn: packages.filter((one) => one !== own) };
}

function packagesIn({ packageFolders, libraries, targets: of }: Assets): readonly Package[] {
  const folders = Object.keys(packageFolders);
  const [target = {}] = Object.values(of);
  return Object.entries(target).map(([key, { compile = {} }]) => {
    const [id = '', version = ''] = key.split('/');
    const path = libraries[key]?.path ?? key.toLowerCase();
    const folder = folders.find((one) => existsSync(join(one, path))) ?? '';
    const assemblies = Object.keys(compile).filter((assembly) => assembly.endsWith('.dll'));
    return { id, version, assemblies: assemblies.map((assembly) => join(folder, path, assembly)) };
  });
}

/** NuGet answers with the next higher version when there is none in the range; that is another line. */
function isIn(version: string, wanted: string): boolean {
  const floats = /^(.*?)\*/.exec(wanted);
  return floats === null ? version === wanted : version.startsWith(floats[1] ?? '');
}
