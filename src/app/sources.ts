import type { Workspace } from '../files/workspace.ts';
import { type CSharpFile, readCSharp } from '../syntax/csharp/file.ts';
import type { CSharpProject } from '../syntax/csharp/project.ts';

/** The C# of one app, read when first asked for. */
export interface Sources extends CSharpProject {
  readonly paths: readonly string[];
  /** Files that were asked for and that the parser gave up on. */
  readonly tooSlow: ReadonlySet<string>;
  /** Every file that was parsed. */
  parsed(): readonly CSharpFile[];
}

/** The C# parser must have been loaded by the time a file is asked for. */
export function openSources(workspace: Workspace, paths: readonly string[]): Sources {
  const files = new Map<string, CSharpFile | null>();
  const mentions = new Map<string, readonly CSharpFile[]>();
  const tooSlow = new Set<string>();
  const own = new Set(paths);

  function file(path: string): CSharpFile | null {
    const known = files.get(path);
    if (known !== undefined) return known;
    const read = own.has(path) ? workspace.read(path) : null;
    const parsed = read?.kind === 'text' ? readCSharp(path, read.source.text) : null;
    if (read?.kind === 'text' && parsed === null) tooSlow.add(path);
    files.set(path, parsed);
    return parsed;
  }

  function filesMentioning(word: string): readonly CSharpFile[] {
    const known = mentions.get(word);
    if (known !== undefined) return known;
    const found = workspace.filesWithAny([word], paths).flatMap((path) => file(path) ?? []);
    mentions.set(word, found);
    return found;
  }

  return {
    paths,
    tooSlow,
    file,
    filesMentioning,
    parsed: () => [...files.values()].filter((parsed) => parsed !== null),
  };
}
