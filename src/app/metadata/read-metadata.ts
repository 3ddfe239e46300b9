import { posix } from 'node:path';
import type { UnreadableReason, Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import { type JsonErrorCode, type JsonObject, type JsonString, propertyOf } from '../../syntax/json/document.ts';
import { parseJson } from '../../syntax/json/parse.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { spelledPath } from '../spelled-path.ts';

/** Who an app is, from `config/applicationmetadata.json`. */
export type AppMetadata =
  | {
      readonly kind: 'known';
      readonly file: string;
      /** `org/app`. */
      readonly id: string;
      readonly org: string;
      /** The app's short name. */
      readonly app: string;
      readonly at: FileRange;
      /** The value of `org` where it is another one than the id's. */
      readonly otherOrg: { readonly org: string; readonly at: FileRange } | null;
      readonly autoDeletesOnProcessEnd: boolean;
      readonly sendsEFormidling: boolean;
    }
  | { readonly kind: 'unknown'; readonly file: string; readonly reason: NoMetadata; readonly at: FileRange | null };

export type NoMetadata =
  | { readonly code: 'missing' }
  | { readonly code: 'unreadable'; readonly reason: UnreadableReason }
  | { readonly code: 'malformed'; readonly error: JsonErrorCode | 'no-object' }
  | { readonly code: 'no-id' }
  | { readonly code: 'invalid-id'; readonly id: string };

export function readMetadata(workspace: Workspace, app: AppLocation): AppMetadata {
  const usual = posix.join(app.projectFolder, 'config/applicationmetadata.json');
  const file = spelledPath(workspace, usual) ?? usual;
  const unknown = (reason: NoMetadata, at: FileRange | null = null) => ({ kind: 'unknown', file, reason, at }) as const;
  const read = workspace.read(file);
  if (read.kind === 'missing') return unknown({ code: 'missing' });
  if (read.kind === 'unreadable') return unknown({ code: 'unreadable', reason: read.reason });
  const parsed = parseJson(read.source.text);
  if (parsed.kind === 'error') {
    const { code, offset } = parsed.error;
    return unknown({ code: 'malformed', error: code }, { file, start: offset, end: offset });
  }
  const { root } = parsed.document;
  if (root.kind !== 'object') return unknown({ code: 'malformed', error: 'no-object' }, { file, ...root.range });
  const id = stringAt(root, 'id');
  if (id === null) return unknown({ code: 'no-id' }, { file, ...root.range });
  const at = { file, ...id.range };
  const match = /^([^/\s]+)\/([^/\s]+)$/.exec(id.value.trim());
  const [whole, org, name] = match ?? [];
  if (whole === undefined || org === undefined || name === undefined) {
    return unknown({ code: 'invalid-id', id: id.value }, at);
  }
  const stated = stringAt(root, 'org');
  const differs = stated !== null && stated.value.trim().toLowerCase() !== org.toLowerCase();
  const otherOrg = differs ? { org: stated.value, at: { file, ...stated.range } } : null;
  const value = (key: string) => propertyOf(root, key, { ignoreCase: true })?.value;
  const autoDeletes = value('autoDeleteOnProcessEnd');
  return {
    kind: 'known',
    file,
    id: whole,
    org,
    app: name,
    at,
    otherOrg,
    autoDeletesOnProcessEnd: autoDeletes?.kind === 'boolean' && autoDeletes.value,
    sendsEFormidling: value('eFormidling')?.kind === 'object',
  };
}

function stringAt(object: JsonObject, key: string): JsonString | null {
  const value = propertyOf(object, key, { ignoreCase: true })?.value;
  return value?.kind === 'string' ? value : null;
}
