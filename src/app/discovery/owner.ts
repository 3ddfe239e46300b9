import { isBelow } from '../msbuild/paths.ts';
import type { AppLocation } from './app-location.ts';

/**
 * Which files' findings are reported with an app: those in its folder and in no folder of another app within that, and
 * for the first app of a repo also those in the folder of none, so that each is reported once.
 */
export function ownerTest({ path, neighbours }: AppLocation): (file: string) => boolean {
  const isFirst = neighbours.every((other) => path < other);
  const inner = neighbours.filter((other) => other !== path && isBelow(other, path));
  const isBelowAny = (file: string, folders: readonly string[]) => folders.some((folder) => isBelow(file, folder));
  return (file) => (isBelow(file, path) ? !isBelowAny(file, inner) : isFirst && !isBelowAny(file, neighbours));
}
