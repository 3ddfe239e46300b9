import type { Workspace } from '../files/workspace.ts';
import { type CSharpFile, readCSharp } from '../syntax/csharp/file.ts';
import { tooDeepAt } from '../syntax/csharp/nesting.ts';
import type { CSharpProject } from '../syntax/csharp/project.ts';

/** The C# of one app, read when first asked for. */
export interface Sources extends CSharpProject {
  readonly paths: readonly string[];
  /** Files that were asked for and that the parser gave up on. */
  readonly tooSlow: ReadonlySet<string>;
  /** Files that were asked for and that nest too deeply to be read, each with the place. */
  readonly tooDeep: ReadonlyMap<string, number>;
  /** Every file that was parsed. */
  parsed(): readonly CSharpFile[];
}

/** The C# parser must have been loaded by the time a file is asked for. */
export function openSources(workspace: Workspace, paths: readonly string[]): Sources {
  const files = new Map<string, CSharpFile | null>();
  const mentions = new Map<string, readonly CSharpFile[]>();
  const tooSlow = new Set<string>();
  const tooDeep = new Map<string, number>();
  const own = new Set(paths);

  function file(path: string): CSharpFile | null {
    const known = files.get(path);
    if (known !== undefined) return known;
    const read = own.has(path) ? workspace.read(path) : null;
    const parsed = read?.kind === 'text' ? readCSharp(path, read.source.text) : null;
    if (read?.kind === 'text' && parsed === null) tooSlow.add(path);
    const deep = parsed && tooDeepAt(parsed);
    if (deep !== null) tooDeep.set(path, deep);
    const found = deep === null ? parsed : null;
    files.set(path, found);
    return found;
  }

  function matches(path: string, pattern: RegExp): boolean {
    const read = workspace.read(path);
    return read.kind === 'text' && pattern.test(read.source.text);
  }

  function filesMentioning(word: string, pattern?: RegExp): readonly CSharpFile[] {
    const asked = `${word}\0${pattern?.source ?? ''}`;
    const known = mentions.get(asked);
    if (known !== undefined) return known;
    const found = workspace
      .filesWithAny([word], paths)
      .filter((path) => pattern === undefined || matches(path, pattern))
      .flatMap((path) => file(path) ?? []);
    mentions.set(asked, found);
    return found;
  }

  return {
    paths,
    tooSlow,
    tooDeep,
    file,
    filesMentioning,
    parsed: () => [...files.values()].filter((parsed) => parsed !== null),
  };
}
