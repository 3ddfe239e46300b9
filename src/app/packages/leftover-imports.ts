import type { FileRange } from '../../location.ts';
import { removeUsings } from '../../syntax/csharp/operations/unneeded-usings.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';
import type { App } from '../app.ts';
import { eachOnce, isSameElement } from './elements.ts';
import { isExternal } from './external-uses.ts';

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
}

/** Of an app that uses nothing of the package. */
export function leftoverImports(app: App): LeftoverImports {
  const files = app.workspace.filesWithAny(['ApiClients'], app.sources.paths).flatMap((path) => {
    const file = app.sources.parsed().length === 0 ? null : app.sources.file(path);
    const using = file ? usingsOf(file).filter(isExternal) : [];
    return file && using.length > 0 ? [{ file, using }] : [];
  });
  const items = app.projects.flatMap(({ usings }) => usings.filter(isExternal));
  const isUnclear = ({ element, kind, conditional }: (typeof items)[number]) =>
    conditional ||
    kind === 'static' ||
    app.projects.some(({ usings }) => usings.some((one) => isSameElement(one.element, element) && !isExternal(one)));
  return {
    usings: files.flatMap(({ file, using }) => {
      const own = using.find(({ global }) => !global);
      return own ? [{ file: file.path, start: own.node.start, end: own.node.end }] : [];
    }),
    globalUsings: files.flatMap(({ file, using }) =>
      removeUsings(
        using.filter(({ global }) => global),
        file,
      ).map(({ start, end }) => ({ file: file.path, start, end })),
    ),
    items: eachOnce(items.filter((item) => !isUnclear(item)).map(({ element }) => element)),
    unclearItems: eachOnce(items.filter(isUnclear).map(({ element }) => element)),
  };
}
