import type { Sources } from '../../src/app/sources.ts';
import { openSources } from '../../src/app/sources.ts';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import { walk } from '../../src/files/walk.ts';
import type { CSharpFile } from '../../src/syntax/csharp/file.ts';
import { plausibleSymbolSets } from '../../src/syntax/csharp/preprocessor.ts';
import type { ReadingJob } from './oracle.ts';

/** C# files that are compiled together. */
export interface ReadApp {
  readonly id: string;
  readonly root: string;
  readonly sources: Sources;
  readonly files: readonly CSharpFile[];
}

export function readAppIn(id: string, root: string): ReadApp {
  const walked = walk(root);
  const paths = walked.files.filter((file) => file.toLowerCase().endsWith('.cs'));
  const sources = openSources(openWorkspace({ root, files: walked.files }), paths);
  return { id, root, sources, files: paths.flatMap((path) => sources.file(path) ?? []) };
}

export function jobFor({ id, root, files }: ReadApp): ReadingJob {
  const all = files.flatMap(({ views }) => views.flatMap(({ symbols }) => [...symbols]));
  return {
    id,
    root,
    files: files.map(({ path, views }) => ({ path, symbolSets: views.map(({ symbols }) => [...symbols]) })),
    symbolSets: plausibleSymbolSets([...new Set(all)].sort()).map((symbols) => [...symbols]),
  };
}
