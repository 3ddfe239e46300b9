import type { FileRange, Range } from '../../location.ts';
import { type CSharpFile, isConditional } from '../../syntax/csharp/file.ts';
import { removeUsings, unneededUsings } from '../../syntax/csharp/operations/unneeded-usings.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';
import { externalNamespaces } from '../clients/package-surface.ts';
import type { AppProject } from '../project/app-projects.ts';
import type { ProjectUsing } from '../project/project-usings.ts';
import { eachOnce, isSameElement } from './elements.ts';
import { type Code, isExternal } from './external-uses.ts';

/** What imports the external package for nothing; without the package it would not compile. */
export interface LeftoverImports {
  /** A using of each file that has some for itself. */
  readonly usings: readonly FileRange[];
  /** Global usings, with their lines. */
  readonly globalUsings: readonly FileRange[];
  /** `<Using Include="…">`. */
  readonly items: readonly FileRange[];
  /** Items that import something else as well, members of a type, or under a condition. */
  readonly unclearItems: readonly FileRange[];
  /** Usings of which it cannot be told whether they are needed. */
  readonly unclearUsings: readonly FileRange[];
}

/** Of projects that use nothing of the package. */
export function leftoverImports(app: Code, projects: readonly AppProject[] = app.projects): LeftoverImports {
  const files = importingFiles(app, projects);
  const items = projects.flatMap(({ usings }) => usings.filter(isExternal));
  const isUnclear = ({ element, kind, conditional }: ProjectUsing) =>
    conditional ||
    kind === 'static' ||
    app.projects.some(({ usings }) => usings.some((one) => isSameElement(one.element, element) && !isExternal(one)));
  return {
    usings: files.flatMap(({ file, unneeded }) => unneeded.slice(0, 1).map(({ node }) => placeOf(file, node))),
    globalUsings: files.flatMap(({ file, using }) =>
      removeUsings(
        using.filter(({ global }) => global),
        file,
      ).map((range) => placeOf(file, range)),
    ),
    items: eachOnce(items.filter((item) => !isUnclear(item)).map(({ element }) => element)),
    unclearItems: eachOnce(items.filter(isUnclear).map(({ element }) => element)),
    unclearUsings: files.flatMap(({ file, using, unneeded }) =>
      using
        .filter(({ node, global }) => !global && !unneeded.some((one) => one.node.start === node.start))
        .map(({ node }) => placeOf(file, node)),
    ),
  };
}

/** The usings that every build has. */
function importingFiles({ sources, workspace }: Code, projects: readonly AppProject[]) {
  // Where nothing is parsed, no file holds the name.
  if (sources.parsed().length === 0) return [];
  const paths = sources.paths.filter(
    (path) => projects.length === 0 || projects.some((one) => one.sources.includes(path)),
  );
  return workspace.filesWithAny(['ApiClients'], paths).flatMap((path) => {
    const file = sources.file(path);
    const using = file ? usingsOf(file).filter((one) => isExternal(one) && !isConditional(file, one.node)) : [];
    return file && using.length > 0 ? [{ file, using, unneeded: unneededUsings(file, externalNamespaces, []) }] : [];
  });
}

function placeOf({ path }: CSharpFile, { start, end }: Range): FileRange {
  return { file: path, start, end };
}

/** Where each stands: code first. */
export function importPlaces(imports: LeftoverImports): readonly FileRange[] {
  const inCode = [...imports.usings, ...imports.globalUsings, ...imports.unclearUsings];
  return [...inCode, ...imports.items, ...imports.unclearItems];
}
