import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import type { FileRange, Range } from '../../location.ts';
import type { JsonNode } from '../../syntax/json/document.ts';
import { parseJson } from '../../syntax/json/parse.ts';

/**
 * One value of a settings file. The value itself stays in the file, and whether there is one is all that is known: except
 * for the few keys that tell what a client asks for, which are no secret.
 */
export interface SettingsEntry {
  /** `A:B:C`, as .NET's configuration names it. */
  readonly path: string;
  readonly filled: boolean;
  /** Of such a key, as text. */
  readonly plain: string | null;
  readonly at: FileRange;
}

export interface SettingsFile {
  readonly file: string;
  /** The environment it is loaded in: `all` for `appsettings.json`. */
  readonly environment: string;
  readonly entries: readonly SettingsEntry[];
}

/** The `appsettings*.json` beside the project that can be parsed. */
export function readSettingsFiles(workspace: Workspace, paths: readonly string[]): readonly SettingsFile[] {
  return paths.flatMap((file) => {
    const read = workspace.read(file);
    const parsed = read.kind === 'text' ? parseJson(read.source.text) : null;
    if (parsed?.kind !== 'document') return [];
    return [{ file, environment: environmentOf(file), entries: entriesIn(parsed.document.root, file) }];
  });
}

export function settingsPaths(files: readonly string[], projectFolder: string): readonly string[] {
  return files.filter(
    (file) => posix.dirname(file) === projectFolder && /^appsettings(\.[^/]+)?\.json$/i.test(posix.basename(file)),
  );
}

function environmentOf(file: string): string {
  return /^appsettings\.(.+)\.json$/i.exec(posix.basename(file))?.[1] ?? 'all';
}

function entriesIn(root: JsonNode, file: string): readonly SettingsEntry[] {
  const entries: SettingsEntry[] = [];
  const visit = (node: JsonNode, path: string, at: Range) => {
    if (node.kind === 'object') {
      for (const property of node.properties) visit(property.value, joinKeys(path, property.key), property.keyRange);
      if (node.properties.length > 0) return;
    }
    if (node.kind === 'array') {
      for (const [index, item] of node.items.entries()) visit(item, joinKeys(path, String(index)), item.range);
      if (node.items.length > 0) return;
    }
    if (path !== '')
      entries.push({
        path,
        filled: isFilled(node),
        plain: plainText(path, node),
        at: { file, start: at.start, end: at.end },
      });
  };
  visit(root, '', root.range);
  return entries;
}

const plainKeys = ['scope', 'exhangetoaltinntoken', 'usealtinntestorg', 'overwriteauthorizationheader'];

function plainText(path: string, node: JsonNode): string | null {
  if (!plainKeys.includes(path.split(':').at(-1)?.toLowerCase() ?? '')) return null;
  if (node.kind === 'string') return node.value;
  return node.kind === 'boolean' ? String(node.value) : null;
}

function isFilled(node: JsonNode): boolean {
  if (node.kind === 'string') return node.value.trim() !== '';
  return node.kind !== 'null' && node.kind !== 'object' && node.kind !== 'array';
}

function joinKeys(path: string, key: string): string {
  return path === '' ? key : `${path}:${key}`;
}
