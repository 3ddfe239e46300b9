import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { join, posix, sep, win32 } from 'node:path';

/**
 * The git that the machine has, found by its whole path, and never one that came with what is being read. Windows looks
 * into the current folder before the PATH, npx puts the `node_modules/.bin` of the current folder first, and `.` may
 * stand in a PATH, as may the current folder by its whole path: each would start a program called git that someone put
 * there.
 */
export function gitProgram(
  root: string,
  path = process.env.PATH ?? '',
  platform = process.platform,
  currentFolder = process.cwd(),
): string | null {
  const [{ delimiter, isAbsolute }, name] = platform === 'win32' ? [win32, 'git.exe'] : [posix, 'git'];
  for (const entry of path.split(delimiter)) {
    const folder = entry.replace(/^"|"$/g, '');
    if (!isAbsolute(folder) || /[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder)) continue;
    const program = join(folder, name);
    if (!isProgram(program)) continue;
    const place = placeOf(folder, platform);
    if (!place.startsWith(placeOf(root, platform)) && place !== placeOf(currentFolder, platform)) return program;
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

/** Where a folder really is, so that those inside of it begin with the same; Windows takes upper and lower case for one. */
function placeOf(folder: string, platform: NodeJS.Platform): string {
  const place = `${realpathSync(folder)}${sep}`;
  return platform === 'win32' ? place.toLowerCase() : place;
}
