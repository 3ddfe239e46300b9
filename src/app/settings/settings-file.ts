import { createHash } from 'node:crypto';
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
  /** Of a client id that is no placeholder: SHA-256 of it as written, trimmed, in hex. */
  readonly clientId: string | null;
  readonly at: FileRange;
}

export interface SettingsFile {
  readonly file: string;
  /** The environment it is loaded in: `all` for `appsettings.json`. */
  readonly environment: string;
  readonly entries: readonly SettingsEntry[];
  /** Every key as it is written, also of what holds other keys. */
  readonly keys: readonly SettingsKey[];
}

export interface SettingsKey {
  readonly path: string;
  /** Of what it stands in; empty at the top. */
  readonly inside: string;
  readonly at: FileRange;
}

/** The `appsettings*.json` beside the project that can be parsed. */
export function readSettingsFiles(workspace: Workspace, paths: readonly string[]): readonly SettingsFile[] {
  return paths.flatMap((file) => {
    const read = workspace.read(file);
    const parsed = read.kind === 'text' ? parseJson(read.source.text) : null;
    if (parsed?.kind !== 'document') return [];
    const { root } = parsed.document;
    return [{ file, environment: environmentOf(file), entries: entriesIn(root, file), keys: keysIn(root, '', file) }];
  });
}

export function settingsPaths(files: readonly string[], projectFolder: string): readonly string[] {
  return files.filter(
    (file) => posix.dirname(file) === projectFolder && /^appsettings(\.[^/]+)?\.json$/i.test(posix.basename(file)),
  );
}

/** Loaded in every environment. */
export function isShared({ environment }: Pick<SettingsFile, 'environment'>): boolean {
  return environment === 'all';
}

/** Never loaded by a deployed app. */
export function isForDevelopment({ environment }: Pick<SettingsFile, 'environment'>): boolean {
  return environment.toLowerCase() === 'development';
}

/** `appsettings.Local.json`: for local runs, and yet loaded by a deployed app where it is committed. */
export function isLocal({ environment }: Pick<SettingsFile, 'environment'>): boolean {
  return environment.toLowerCase() === 'local';
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
        clientId: clientIdHash(path, node),
        at: { file, start: at.start, end: at.end },
      });
  };
  visit(root, '', root.range);
  return entries;
}

function keysIn(node: JsonNode, inside: string, file: string): readonly SettingsKey[] {
  if (node.kind === 'array')
    return node.items.flatMap((item, index) => keysIn(item, joinKeys(inside, `${index}`), file));
  if (node.kind !== 'object') return [];
  return node.properties.flatMap(({ key, keyRange: { start, end }, value }) => {
    const path = joinKeys(inside, key);
    return [{ path, inside, at: { file, start, end } }, ...keysIn(value, path, file)];
  });
}

/** `#{Id}#`, `${Id}`, `$(Id)`, `{{id}}`, `<id>`, `__Id__`: what a pipeline or a person is to fill in. */
const placeholder = /^(?:[#$%]?[{(<[].*|__.*__|%.*%)$/s;

function clientIdHash(path: string, node: JsonNode): string | null {
  if (!/:clientid$/i.test(path) || node.kind !== 'string') return null;
  return hashOfId(node.value);
}

/** null for none, and for what stands in its place until it is filled in. */
export function hashOfId(value: string): string | null {
  const id = value.trim();
  return id === '' || placeholder.test(id) ? null : createHash('sha256').update(id).digest('hex');
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
