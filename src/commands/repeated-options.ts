import { realpathSync } from 'node:fs';
import { isAbsolute, posix, relative, sep } from 'node:path';
import type { Choices } from './choices.ts';

/** Options that name a file. */
const named = ['--config', '--vault-secrets'];

/**
 * What a command in a text that others read must repeat: nothing of today, no vault listing from outside of the repo, and files from the root of the repo, where
 * whoever reads it stands.
 */
export function repeatedOptions({ passedOn }: Pick<Choices, 'passedOn'>, root: string): readonly string[] {
  const pairs = passedOn.flatMap((option, index) =>
    index % 2 === 0 ? [{ option, value: passedOn[index + 1] ?? '' }] : [],
  );
  return pairs.flatMap(({ option, value }) => {
    if (option === '--today') return [];
    if (!named.includes(option)) return [option, value];
    const file = fromRoot(value, root);
    // A list from elsewhere is not there for whoever reads it, and where it lies differs from machine to machine.
    return option === '--vault-secrets' && file.startsWith('../') ? [] : [option, file];
  });
}

function fromRoot(file: string, root: string): string {
  const path = relative(root, realpathSync(file)).split(sep).join('/');
  return isAbsolute(path) ? posix.basename(path) : path;
}
