import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { join, posix, sep, win32 } from 'node:path';

/**
 * The git that the machine has, found by its whole path, and never one that came with what is being read. Windows looks
 * into the current folder before the PATH, npx puts the `node_modules/.bin` of the current folder first, and `.` may
 * stand in a PATH: each would start a program called git that someone put into the repo.
 */
export function gitProgram(root: string, path = process.env.PATH ?? '', platform = process.platform): string | null {
  const [{ delimiter, isAbsolute }, name] = platform === 'win32' ? [win32, 'git.exe'] : [posix, 'git'];
  for (const entry of path.split(delimiter)) {
    const folder = entry.replace(/^"|"$/g, '');
    if (!isAbsolute(folder) || /[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder)) continue;
    const program = join(folder, name);
    if (isProgram(program) && !isInside(folder, root)) return program;
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isInside(folder: string, root: string): boolean {
  return `${realpathSync(folder)}${sep}`.startsWith(`${realpathSync(root)}${sep}`);
}
