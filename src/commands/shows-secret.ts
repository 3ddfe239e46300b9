import { recordName } from '../app/record/migration-record.ts';
import { type FileChange, formatPatch } from '../files/patch.ts';
import { holdsSecret, linesWithSecrets } from '../files/secret-text.ts';

/** A key may span more lines than the patch shows of it, so the whole files are searched. */
export function showsSecret(change: FileChange): boolean {
  if (isRecord(change.path)) return [change.before?.text, change.after].some((text) => text && hasSecretText(text));
  const secret = new Set(
    [change.before?.text ?? '', change.after ?? ''].flatMap((text) => [...linesWithSecrets(text)]),
  );
  if (secret.size === 0) return false;
  const shown = formatPatch([change])
    .split('\n')
    .map((line) =>
      line
        .slice(1)
        .replace(/\r$/, '')
        .replace(/^\uFEFF/, ''),
    );
  return shown.some((line) => secret.has(line));
}

/** A list of the names of secrets looks like one of names and values, so each text of the record is looked at by itself. */
function hasSecretText(record: string): boolean {
  return record.split(/\r?\n/).some((line) => holdsSecret(line));
}

function isRecord(path: string): boolean {
  return path === recordName || path.endsWith(`/${recordName}`);
}
