import { posix } from 'node:path';
import { type Decision, decisions } from '../../decision.ts';
import type { Workspace } from '../../files/workspace.ts';
import { type JsonNode, type JsonObject, propertyOf } from '../../syntax/json/document.ts';
import { parseJson } from '../../syntax/json/parse.ts';

/** What `switch` leaves for `cleanup` and the checklist: names and hashes, never a value. */
export interface MigrationRecord {
  readonly file: string;
  readonly clients: readonly RecordedClient[];
}

export interface RecordedClient {
  readonly id: string;
  readonly section: string | null;
  readonly decision: Decision;
  readonly scopes: readonly string[];
  readonly exchange: boolean | null;
  readonly clientIdHashes: readonly string[];
  /** Names in the vault. */
  readonly secrets: readonly string[];
  /** From the folder of the record. */
  readonly files: readonly string[];
}

/** The version of the format. */
export const recordVersion = 1;

export type ReadRecord =
  | { readonly kind: 'none' }
  | { readonly kind: 'record'; readonly record: MigrationRecord }
  /** It is there, and nothing in it counts: it is no plain JSON, which others say of it, or for a reason of its own. */
  | { readonly kind: 'unusable'; readonly file: string; readonly reason: RecordRefusal | null };

interface RecordRefusal {
  readonly code: 'other-record' | 'newer-record';
}

export const recordName = 'maskinflytt.migration.json';

export function recordPath(appPath: string): string {
  return posix.join(appPath, recordName);
}

/** Also where git ignores it: whoever wrote it there meant it to be read. */
export function readMigrationRecord(workspace: Workspace, appPath: string): ReadRecord {
  const file = recordPath(appPath);
  const read = workspace.read(file);
  if (read.kind === 'missing') return { kind: 'none' };
  const unusable = (code: RecordRefusal['code'] | null): ReadRecord => {
    return { kind: 'unusable', file, reason: code === null ? null : { code } };
  };
  const parsed = read.kind === 'text' && read.source.readOnly === null ? parseJson(read.source.text) : null;
  if (parsed?.kind !== 'document') return unusable(null);
  const { root } = parsed.document;
  const version = root.kind === 'object' ? memberAt(root, 'schemaVersion') : null;
  if (version?.kind !== 'number') return unusable('other-record');
  if (version.value > recordVersion) return unusable('newer-record');
  const clients = version.value === recordVersion ? clientsIn(root) : null;
  return clients === null ? unusable('other-record') : { kind: 'record', record: { file, clients } };
}

/** null when the file does not keep to the format, in whatever place. */
function clientsIn(root: JsonNode): readonly RecordedClient[] | null {
  if (root.kind !== 'object' || !hasOnly(root, ['schemaVersion', 'clients'])) return null;
  const list = memberAt(root, 'clients');
  return list?.kind === 'array' ? allOrNone(list.items.map(clientIn)) : null;
}

const keys = ['id', 'section', 'decision', 'scopes', 'exchange', 'clientIdHashes', 'secrets', 'files'] as const;

function clientIn(node: JsonNode): RecordedClient | null {
  if (node.kind !== 'object' || !hasOnly(node, keys)) return null;
  const [id, section] = [memberAt(node, 'id'), memberAt(node, 'section')];
  const [exchange, stated] = [memberAt(node, 'exchange'), memberAt(node, 'decision')];
  const decision = decisions.find((one) => stated?.kind === 'string' && one === stated.value);
  const scopes = textsAt(node, 'scopes');
  const clientIdHashes = textsAt(node, 'clientIdHashes');
  const secrets = textsAt(node, 'secrets');
  const files = textsAt(node, 'files');
  if (id?.kind !== 'string' || (section?.kind !== 'string' && section?.kind !== 'null')) return null;
  if (exchange?.kind !== 'boolean' && exchange?.kind !== 'null') return null;
  if (decision === undefined || scopes === null || clientIdHashes === null || secrets === null || files === null)
    return null;
  return {
    id: id.value,
    section: section.kind === 'string' ? section.value : null,
    decision,
    scopes,
    exchange: exchange.kind === 'boolean' ? exchange.value : null,
    clientIdHashes,
    secrets,
    files,
  };
}

function textsAt(object: JsonObject, key: string): readonly string[] | null {
  const list = memberAt(object, key);
  if (list?.kind !== 'array') return null;
  return allOrNone(list.items.map((item) => (item.kind === 'string' ? item.value : null)));
}

function memberAt(object: JsonObject, key: string): JsonNode | null {
  return propertyOf(object, key)?.value ?? null;
}

function hasOnly({ properties }: JsonObject, known: readonly string[]): boolean {
  return properties.every(({ key }) => known.includes(key) || key === '$schema');
}

function allOrNone<T>(items: readonly (T | null)[]): readonly T[] | null {
  const there = items.filter((item) => item !== null);
  return there.length === items.length ? there : null;
}
