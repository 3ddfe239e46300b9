import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** What tells a client apart in its app, in the order that its id is made of. */
export interface ClientText {
  readonly kind: string;
  readonly method: string;
  readonly file: string;
  readonly text: string;
}

/**
 * An id for each client. It stays when lines move and whatever folder the audit was given, being made of the text of
 * the call; the second and later of equal ones are numbered.
 */
export function clientIds(clients: readonly ClientText[], appPath: string): readonly string[] {
  const seen = new Map<string, number>();
  return clients.map(({ kind, method, file, text }) => {
    const parts = [kind, method, posix.relative(appPath, file), text.replace(/\s+/g, ' ')].join('\0');
    const occurrence = (seen.get(parts) ?? 0) + 1;
    seen.set(parts, occurrence);
    return shortHash(occurrence === 1 ? parts : `${parts}\0${occurrence}`);
  });
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
