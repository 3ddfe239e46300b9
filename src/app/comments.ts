import { posix } from 'node:path';
import { onceAWorkspace } from '../files/once-a-workspace.ts';
import type { Encoding } from '../files/text.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Commented } from '../syntax/commented.ts';
import { commentedCSharp } from '../syntax/csharp/commented.ts';
import { readCSharp } from '../syntax/csharp/file.ts';
import { unlessTooDeep } from '../syntax/csharp/nesting.ts';
import { loadCSharp } from '../syntax/csharp/parser.ts';
import { commentedDockerfile } from '../syntax/dockerfile.ts';
import { commentedJson } from '../syntax/json/commented.ts';
import { parseJson } from '../syntax/json/parse.ts';
import { commentedXml } from '../syntax/xml/commented.ts';
import { parseXml } from '../syntax/xml/parse.ts';
import { commentedYaml } from '../syntax/yaml/commented.ts';
import { loadedYaml, loadYaml } from '../syntax/yaml/loading.ts';

type Reader = (path: string, text: string, encoding: Encoding) => Commented | null;

const readers: readonly (readonly [name: RegExp, reader: Reader])[] = [
  [
    /\.cs$/i,
    (path, text) => {
      const file = unlessTooDeep(readCSharp(path, text));
      return file && commentedCSharp(file);
    },
  ],
  [
    /\.(?:xml|csproj|props|targets)$/i,
    (_, text, encoding) => {
      const parsed = parseXml(text, encoding);
      return parsed.kind === 'document' ? commentedXml(parsed.document) : null;
    },
  ],
  [
    /\.json$/i,
    (_, text) => {
      const parsed = parseJson(text);
      return parsed.kind === 'document' ? commentedJson(parsed.document) : null;
    },
  ],
  [
    /\.ya?ml$/i,
    (_, text) => {
      const parsed = loadedYaml().parseYaml(text);
      return parsed.kind === 'document' ? commentedYaml(parsed.document) : null;
    },
  ],
  [/^dockerfile(?:\..*)?$|\.dockerfile$/i, (_, text) => commentedDockerfile(text)],
];

/** Whether files of this name have comments that are read. */
export function hasComments(path: string): boolean {
  return readerOf(path) !== null;
}

function readerOf(path: string): Reader | null {
  return readers.find(([name]) => name.test(posix.basename(path)))?.[1] ?? null;
}

const known = onceAWorkspace(() => new Map<string, Commented | null>());

/** Must have been awaited for files before their comments are asked for. */
export async function loadCommentReaders(files: readonly string[]): Promise<void> {
  if (files.some((file) => /\.cs$/i.test(file))) await loadCSharp();
  if (files.some((file) => /\.ya?ml$/i.test(file))) await loadYaml();
}

/** null for a file that cannot be read, or has no comments. */
export function commentsIn(workspace: Workspace, path: string): Commented | null {
  const files = known(workspace);
  const before = files.get(path);
  if (before !== undefined) return before;
  const read = workspace.read(path);
  const reader = readerOf(path);
  const commented = read.kind === 'text' && reader ? reader(path, read.source.text, read.source.encoding) : null;
  files.set(path, commented);
  return commented;
}
