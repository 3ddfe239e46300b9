import { type CSharpFile, isConditional, nodesOfKind } from '../../syntax/csharp/file.ts';
import { closest, textOf } from '../../syntax/csharp/node.ts';
import { wholeWord } from '../../syntax/csharp/project.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';
import type { App } from '../app.ts';
import { externalNamespaces } from '../clients/package-surface.ts';
import type { Import } from '../imports.ts';

/** Whether a file names something of the external package; merely importing it is no use. */
export type Use = 'certain' | 'possible' | 'none';

export interface FileUse {
  readonly file: string;
  readonly use: Use;
}

/** How a text names the package, in Altinn's own namespaces also without the beginning. */
export const spelledOut = /\bApiClients\s*\.\s*Maskinporten\b/;
const names = [...new Set(externalNamespaces.flatMap((surface) => surface.names))];

/** What is compiled together: an app, or a project beside it. */
export type Code = Pick<App, 'projects' | 'sources' | 'imports' | 'workspace'>;

/** The C# files that use the package, or may. */
export function externalUses(app: Code): readonly FileUse[] {
  const { sources, workspace } = app;
  const spelling = workspace
    .filesWithAny(['ApiClients'], sources.paths)
    .filter((path) => spelledOut.test(textAt(app, path)));
  const shared = sharedNames(app, spelling);
  const naming = shared.length === 0 ? [] : workspace.filesWithAny(shared, sources.paths);
  const uses = [...new Set([...spelling, ...naming])].map((file) => ({ file, use: useIn(file, shared, app) }));
  return uses.filter(({ use }) => use !== 'none').sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** What files that do not spell the package out may name of it, by what the project or another file imports for all. */
function sharedNames({ projects, sources }: Code, spelling: readonly string[]): readonly string[] {
  const ofProjects = projects.flatMap(({ usings }) => usings);
  const ofFiles = spelling.flatMap((path) => {
    const file = sources.file(path);
    return file ? usingsOf(file).filter(({ global }) => global) : [];
  });
  const shared = [...ofProjects, ...ofFiles].filter(isExternal);
  return [...new Set(shared.flatMap(({ alias }) => (alias === null ? names : [alias])))];
}

function useIn(path: string, shared: readonly string[], app: Code): Use {
  // Of an app that nowhere says Maskinporten no file is parsed: there only a project file can import, and words decide.
  if (app.sources.parsed().length === 0) {
    const text = textAt(app, path);
    return shared.some((name) => wholeWord(name).test(text)) ? 'possible' : 'none';
  }
  const file = app.sources.file(path);
  if (file === null) return 'possible';
  const uses = [
    qualifiedUse(file),
    ...app.imports
      .of(file)
      .filter(isExternal)
      .map((one) => useOf(one, file)),
  ];
  if (uses.includes('certain')) return 'certain';
  const isUnclear = file.views.some(({ root }) => root.broken) || hasConditionalUsing(file);
  return isUnclear || uses.includes('possible') ? 'possible' : 'none';
}

function textAt({ workspace }: Code, path: string): string {
  const read = workspace.read(path);
  return read.kind === 'text' ? read.source.text : '';
}

export function isExternal({ target }: Pick<Import, 'target'>): boolean {
  return /(?:^|\.)ApiClients\.Maskinporten(?:\.|$)/.test(target);
}

/** `Altinn.ApiClients.Maskinporten.Config.MaskinportenSettings`, also without its beginning. */
function qualifiedUse(file: CSharpFile): Use {
  const isQualified = namesIn(file).some(
    ({ name, start }) =>
      name === 'Maskinporten' && /\bApiClients\s*\.\s*$/.test(file.text.slice(Math.max(0, start - 100), start)),
  );
  return isQualified ? 'certain' : 'none';
}

function useOf({ kind, alias, target }: Import, file: CSharpFile): Use {
  if (kind === 'static') return 'possible';
  if (kind === 'alias') return isNamed([alias ?? ''], file) ? 'certain' : 'none';
  const surface = externalNamespaces.find(({ namespace }) => namespace === target);
  if (surface === undefined) return 'possible';
  return isNamed(surface.names, file) ? 'certain' : 'none';
}

function isNamed(wanted: readonly string[], file: CSharpFile): boolean {
  return namesIn(file).some(({ name }) => wanted.includes(name));
}

function namesIn(file: CSharpFile): readonly { readonly name: string; readonly start: number }[] {
  return nodesOfKind(file, 'identifier')
    .filter((node) => closest(node, 'using_directive') === null)
    .map((node) => ({ name: textOf(node, file.text).replace('@', ''), start: node.start }));
}

/** Nobody takes away what `#if` decides. */
function hasConditionalUsing(file: CSharpFile): boolean {
  return usingsOf(file).some((using) => isExternal(using) && isConditional(file, using.node));
}
