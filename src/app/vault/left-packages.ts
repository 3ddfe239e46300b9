import type { FileRange, Range } from '../../location.ts';
import { unneededUsings } from '../../syntax/csharp/operations/unneeded-usings.ts';
import { wholeWord } from '../../syntax/csharp/project.ts';
import type { UsingDirective } from '../../syntax/csharp/using.ts';
import type { App } from '../app.ts';
import type { PackageReference } from '../msbuild/package-references.ts';
import { isSameElement } from '../packages/elements.ts';
import { projectsBuiltWith, repoProjects } from '../packages/repo-projects.ts';
import type { Project } from '../project/project.ts';
import { sourcesOf } from '../project/sources.ts';
import { type VaultPackage, vaultNamespaces, vaultPackages } from './vault-surface.ts';

/** What is imported and referenced for nothing, once some code is gone. */
export interface LeftPackages {
  /** A using of each file that has some. */
  readonly usings: readonly FileRange[];
  readonly references: readonly PackageReference[];
  /** Packages that may be needed for nothing, but whose reference does not tell. */
  readonly unclear: readonly string[];
}

type Code = Pick<App, 'sources' | 'workspace' | 'projects'>;

export function packagesLeftWithout(app: Code, gone: readonly FileRange[]): LeftPackages {
  const usings = [...new Set([...gone.map(({ file }) => file), ...filesImporting(app)])].flatMap(
    (path): readonly FileRange[] => {
      const file = app.sources.file(path);
      const going = file ? unneededUsings(file, vaultNamespaces, ofFile(path, gone)) : [];
      const isTouched = gone.some((range) => range.file === path) || going.some(isOfSdk);
      return isTouched ? going.map(({ node: { start, end } }) => ({ file: path, start, end })) : [];
    },
  );
  const left = vaultPackages.flatMap((vaultPackage) => {
    const references = app.projects.flatMap(({ packages }) => packages.filter(({ id }) => isSame(id, vaultPackage.id)));
    return references.filter(({ element }) => !isNeeded(app, vaultPackage, element, [...gone, ...usings]));
  });
  const each = left.filter(
    (one, index) => left.findIndex(({ element }) => isSameElement(element, one.element)) === index,
  );
  return {
    usings: usings.filter((one, index) => usings.findIndex(({ file }) => file === one.file) === index),
    references: each.filter((reference) => isPlain(app, reference)),
    unclear: each.filter((reference) => !isPlain(app, reference)).map(({ id }) => id),
  };
}

/** Anyone may import what tells a claim from another. */
const sdk = vaultNamespaces.map(({ namespace }) => namespace).filter((namespace) => !/^AltinnCore\./.test(namespace));

function filesImporting({ workspace, sources }: Code): readonly string[] {
  return workspace.filesWithAny(sdk, sources.paths);
}

function isOfSdk({ target }: UsingDirective): boolean {
  return sdk.some((namespace) => target === namespace || target.startsWith(`${namespace}.`));
}

function ofFile(path: string, ranges: readonly FileRange[]): readonly Range[] {
  return ranges.filter(({ file }) => file === path);
}

function isSame(id: string, other: string): boolean {
  return id.toLowerCase() === other.toLowerCase();
}

/** By any project that builds with the file of the reference. */
function isNeeded(app: Code, vaultPackage: VaultPackage, element: FileRange, gone: readonly FileRange[]): boolean {
  const built = projectsBuiltWith(element.file, repoProjects(app.workspace));
  const paths = new Set([...built.flatMap((project) => sourcesOf(app.workspace, project)), ...app.sources.paths]);
  return built.some((project) => imports(project, vaultPackage)) || namesIt(app, vaultPackage, [...paths], gone);
}

function imports({ usings }: Project, { namespaces }: VaultPackage): boolean {
  return usings.some(({ target }) => namespaces.some((one) => target === one || target.startsWith(`${one}.`)));
}

function namesIt(
  { workspace }: Code,
  { namespaces, methods }: VaultPackage,
  paths: readonly string[],
  gone: readonly FileRange[],
): boolean {
  const words = [...namespaces, ...methods];
  return workspace.filesWithAny(words, paths).some((path) => {
    const read = workspace.read(path);
    // What cannot be read may need it.
    if (read.kind !== 'text') return true;
    const text = without(read.source.text, ofFile(path, gone));
    return words.some((word) => wholeWord(word).test(text));
  });
}

function without(text: string, ranges: readonly Range[]): string {
  let left = text;
  for (const { start, end } of ranges) left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}

/** In a project file of the app's own, by itself, and with a version of its own or none. */
function isPlain({ projects }: Code, { conditional, element, versions }: PackageReference): boolean {
  const isOwn = projects.some(({ file }) => file === element.file);
  const isAlone = projects.every(
    ({ packages }) => packages.filter((one) => isSameElement(one.element, element)).length <= 1,
  );
  const isSimple = versions.every((one) => one.kind !== 'stated' || one.how === 'central' || isIn(one.at, element));
  return isOwn && isAlone && isSimple && !conditional && versions.length === 1;
}

function isIn(inner: FileRange, outer: FileRange): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}
