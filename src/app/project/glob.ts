import { pathFrom } from '../msbuild/paths.ts';

/** Matches paths from the root against MSBuild globs written in `folder`; a glob that leaves the root matches nothing. */
export function globMatcher(folder: string, globs: readonly string[]): (path: string) => boolean {
  const rooted = globs.map((glob) => rootedGlob(folder, glob)).filter((glob) => glob !== null);
  const names = new Set(rooted.filter((glob) => !/[*?]/.test(glob)));
  const patterns = rooted.filter((glob) => /[*?]/.test(glob)).map((glob) => glob.split('/'));
  return (path) => {
    const wanted = path.toLowerCase();
    const parts = wanted.split('/');
    return names.has(wanted) || patterns.some((pattern) => fits(pattern, parts, '**', partFits));
  };
}

/** File names are compared without regard to case; a folder by itself means all that is in it. */
function rootedGlob(folder: string, glob: string): string | null {
  const path = pathFrom(folder, glob);
  return path === null ? null : `${path}${/[\\/]$/.test(glob) ? '/**' : ''}`.toLowerCase();
}

function partFits(pattern: string, part: string): boolean {
  return fits([...pattern], [...part], '*', (wanted, letter) => wanted === '?' || wanted === letter);
}

/** `star` stands for any number of elements. Going back to the last star only keeps this from exploding. */
function fits(
  pattern: readonly string[],
  text: readonly string[],
  star: string,
  same: (wanted: string, found: string) => boolean,
): boolean {
  let wanted = 0;
  let lastStar = -1;
  let resumeAt = 0;
  for (let at = 0; at < text.length; ) {
    const element = pattern[wanted];
    if (element === star) {
      lastStar = wanted;
      resumeAt = at;
      wanted += 1;
    } else if (element !== undefined && same(element, text[at] ?? '')) {
      wanted += 1;
      at += 1;
    } else if (lastStar >= 0) {
      resumeAt += 1;
      at = resumeAt;
      wanted = lastStar + 1;
    } else return false;
  }
  return pattern.slice(wanted).every((element) => element === star);
}
