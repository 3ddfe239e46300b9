import { insideRoot } from './jail.ts';
import type { SourceText } from './text.ts';
import type { FileRead, Workspace } from './workspace.ts';

type Texts = ReadonlyMap<string, string | null>;

/** `base` seen through texts that are not written yet; a changed file keeps its encoding and byte-order mark. */
export function withOverlay(base: Workspace, texts: Texts): Workspace {
  const pending = new Map([...texts].map(([path, text]) => [nameInside(path), text]));
  const reads = new Map<string, FileRead>();

  function pendingRead(name: string, text: string | null): FileRead {
    const known = reads.get(name);
    if (known !== undefined) return known;
    const result: FileRead =
      text === null ? { kind: 'missing' } : { kind: 'text', source: rewritten(base.read(name), text) };
    reads.set(name, result);
    return result;
  }

  function searched(
    paths: readonly string[],
    inBase: (untouched: readonly string[]) => readonly string[],
    passes: (text: string) => boolean,
  ): readonly string[] {
    const found = new Set(inBase(paths.filter((path) => !pending.has(insideRoot(path) ?? ''))));
    return paths.filter((path) => {
      const text = pending.get(insideRoot(path) ?? '');
      return text === undefined ? found.has(path) : text !== null && passes(text);
    });
  }

  const workspace: Workspace = {
    root: base.root,
    files: filesThrough(base.files, pending),
    read(path) {
      const name = insideRoot(path);
      const text = name === null ? undefined : pending.get(name);
      return name === null || text === undefined ? base.read(path) : pendingRead(name, text);
    },
    filesWithAny: (words, paths) =>
      searched(
        paths,
        (untouched) => base.filesWithAny(words, untouched),
        (text) => words.some((word) => text.includes(word)),
      ),
    filesWhere: (passes, paths) => searched(paths, (untouched) => base.filesWhere(passes, untouched), passes),
    unreadableAmong: (paths) => base.unreadableAmong(paths.filter((path) => !pending.has(insideRoot(path) ?? ''))),
    withTexts: (more) =>
      withOverlay(base, new Map([...pending, ...[...more].map(([path, text]) => [nameInside(path), text] as const)])),
  };
  return workspace;
}

function filesThrough(files: readonly string[], pending: Texts): readonly string[] {
  const written = [...pending].filter(([, text]) => text !== null).map(([path]) => path);
  const names = new Set([...files.filter((path) => pending.get(path) !== null), ...written]);
  return [...names].sort();
}

function rewritten(before: FileRead, text: string): SourceText {
  const base: Omit<SourceText, 'text'> =
    before.kind === 'text' ? before.source : { bom: false, encoding: 'utf-8', readOnly: null };
  return { ...base, text };
}

function nameInside(path: string): string {
  const name = insideRoot(path);
  if (name === null) throw new Error(`a pending text outside the root: ${path}`);
  return name;
}
