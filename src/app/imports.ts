import { type CSharpFile, isConditional } from '../syntax/csharp/file.ts';
import { type CSharpProject, oncePerFile } from '../syntax/csharp/project.ts';
import { type UsingDirective, usingsOf } from '../syntax/csharp/using.ts';
import type { AppProject } from './project/app-projects.ts';

/** What a file can name without saying where it is from. */
export interface Import {
  readonly kind: UsingDirective['kind'];
  readonly alias: string | null;
  readonly target: string;
}

export interface Imports {
  /** Namespaces that every file of its project has. */
  sharedWith(file: CSharpFile): readonly string[];
  /** Its own usings and those that it shares. */
  of(file: CSharpFile): readonly Import[];
}

/**
 * Whether a name that the app does not declare can only be one of Altinn's libraries: nothing else is imported that could
 * have it. The import that brings it may stand where it cannot be seen.
 */
export function onlyKnownLibraries(imported: readonly Import[]): boolean {
  return imported.every(({ target }) =>
    /^(System|Microsoft|Altinn\.(App|Platform|Common|ApiClients\.Maskinporten))(\.|$)/.test(target),
  );
}

interface SharedImport extends Import {
  /** Whatever the configuration and the symbols. */
  readonly certain: boolean;
  /** The C# file that has it for all. */
  readonly from: string | null;
}

const ownUsings = oncePerFile(usingsOf);

/** A file that several projects compile shares with certainty only what all of them have. */
export function openImports(projects: readonly AppProject[], sources: CSharpProject): Imports {
  const byProject = new Map<AppProject | null, readonly SharedImport[]>();

  function sharedIn(project: AppProject | null): readonly SharedImport[] {
    const known = byProject.get(project);
    if (known !== undefined) return known;
    const files = sources.filesMentioning('global', /\bglobal\s+using\b/);
    const own = project === null ? files : files.filter(({ path }) => project.sources.includes(path));
    const shared = [...own.flatMap(globalUsingsOf), ...(project ? projectImports(project) : [])];
    byProject.set(project, shared);
    return shared;
  }

  function sharedBy(file: CSharpFile): readonly (readonly SharedImport[])[] {
    const compiling = projects.filter((project) => project.sources.includes(file.path));
    return compiling.length === 0 ? [sharedIn(null)] : compiling.map(sharedIn);
  }

  return {
    sharedWith: oncePerFile((file) => {
      const [first = [], ...others] = sharedBy(file).map(certainNamespaces);
      return first.filter((namespace) => others.every((names) => names.includes(namespace)));
    }),
    of: oncePerFile((file) => [
      ...ownUsings(file),
      ...new Set(sharedBy(file).flatMap((shared) => shared.filter(({ from }) => from !== file.path))),
    ]),
  };
}

function certainNamespaces(shared: readonly SharedImport[]): readonly string[] {
  const namespaces = shared.flatMap(({ kind, target, certain }) => (kind === 'namespace' && certain ? [target] : []));
  return [...new Set(namespaces)];
}

function globalUsingsOf(file: CSharpFile): readonly SharedImport[] {
  return ownUsings(file)
    .filter(({ global }) => global)
    .map(({ kind, alias, target, node }) => ({
      kind,
      alias,
      target,
      certain: !isConditional(file, node),
      from: file.path,
    }));
}

function projectImports({ usings, implicitUsings }: AppProject): readonly SharedImport[] {
  const implicit = implicitUsings.map(
    (target) => ({ kind: 'namespace', alias: null, target, conditional: false }) as const,
  );
  return [...implicit, ...usings].map(({ kind, alias, target, conditional }) => {
    return { kind, alias, target, certain: !conditional, from: null };
  });
}
