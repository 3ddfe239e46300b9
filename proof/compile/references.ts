import { type Library, libraryOf, major } from './libraries.ts';
import type { PackageReference } from './projects.ts';
import type { Source, Wanted } from './restore.ts';
import { type StandIn, standInFor } from './stand-ins.ts';

/** Where the types of a package come from. */
export type Reference =
  | { readonly kind: 'real'; readonly id: string; readonly version: string; readonly assemblies: readonly string[] }
  | { readonly kind: 'stand-in'; readonly id: string; readonly standIn: StandIn }
  | { readonly kind: 'missing'; readonly id: string; readonly version: string };

/** All packages of a project, those that others bring included. What the project asks for itself wins. */
export function packagesOf(direct: readonly PackageReference[]): readonly PackageReference[] {
  const found = new Map(direct.map((one) => [one.id.toLowerCase(), one]));
  const waiting = [...direct];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    for (const brought of libraryOf(next.id)?.brings(next.version) ?? []) {
      if (found.has(brought.id.toLowerCase())) continue;
      found.set(brought.id.toLowerCase(), brought);
      waiting.push(brought);
    }
  }
  return [...found.values()];
}

/** The version asked for, else the newest of its minor, else of its line: the nearest that the package source has. */
export function wantedFor({ id, version }: PackageReference, framework: string): readonly Wanted[] {
  const library = libraryOf(id);
  const line = library === null ? major(version) : library.line(version);
  const minor = /^\[?(\d+\.\d+)\./.exec(version)?.[1];
  const floating = minor === undefined ? [line] : [`${minor}.*`, line];
  return floating.map((one) => ({ id, version: one, framework }));
}

/** `packages` are all that the project has: what a real one leans on beside them is left to it. */
export function referenceOf(
  asked: PackageReference,
  packages: readonly PackageReference[],
  framework: string,
  source: Source,
): readonly Reference[] {
  const library: Library | null = libraryOf(asked.id);
  for (const wanted of wantedFor(asked, framework)) {
    const restored = source.package(wanted);
    if (restored === null) continue;
    const { version, assemblies, leansOn } = restored;
    const lacking = library?.needs?.some(
      (need) => !leansOn.some(({ id, version }) => id === need.id && Number.parseInt(version, 10) === need.major),
    );
    if (lacking) break;
    const others = leansOn.filter(({ id }) => libraryOf(id) === null && !has(packages, id));
    return [
      { kind: 'real', id: asked.id, version, assemblies },
      ...others.map((one) => ({ kind: 'real' as const, ...one })),
    ];
  }
  const standIn = library === null ? null : standInFor(library, asked.version);
  return standIn === null ? [{ kind: 'missing', ...asked }] : [{ kind: 'stand-in', id: asked.id, standIn }];
}

function has(packages: readonly { readonly id: string }[], id: string): boolean {
  return packages.some((one) => one.id.toLowerCase() === id.toLowerCase());
}
