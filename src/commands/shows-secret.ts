import { type FileChange, formatPatch } from '../files/patch.ts';
import { linesWithSecrets } from '../files/secret-text.ts';

/** A key may span more lines than the patch shows of it, so the whole files are searched. */
export function showsSecret(change: FileChange): boolean {
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
