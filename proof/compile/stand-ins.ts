import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare, major } from 'semver';
import { surfaceOf, symbolsOf } from '../surface/symbols.ts';
import type { Library } from './libraries.ts';

export interface StandIn {
  readonly library: Library;
  /** The version that brought this surface: one stand-in serves all up to the next change. */
  readonly surface: string;
  readonly assemblyVersion: string;
  readonly sources: readonly string[];
  readonly symbols: readonly string[];
}

const surface = fileURLToPath(new URL('../surface/', import.meta.url));

/** Null when nobody has written one. */
export function standInFor(library: Library, version: string): StandIn | null {
  const folder = join(surface, library.id);
  if (!existsSync(folder)) return null;
  const exact = exactly(version);
  const isEmpty = library.since !== undefined && compare(exact, library.since) < 0;
  const paths = isEmpty ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = paths.filter((path) => path.endsWith('.cs') && !/(^|[\\/])(bin|obj)[\\/]/.test(path)).sort();
  return {
    library,
    surface: library.family === null ? `${major(exact)}.0` : surfaceOf(library.family, exact),
    // Above whatever version of the line a real library was made against.
    assemblyVersion: `${major(exact)}.999.0.0`,
    sources: sources.map((path) => join(folder, path)),
    symbols: library.family === null ? [] : symbolsOf(library.family, exact),
  };
}

/** A version that floats is the newest of its kind. */
function exactly(version: string): string {
  const [numbers = '', preview] = version.replaceAll(/[[\]()\s]/g, '').split('-', 2);
  const parts = numbers.split('.').map((part) => (part === '*' ? '999' : part));
  while (parts.length < 3) parts.push(parts.includes('999') ? '999' : '0');
  return `${parts.slice(0, 3).join('.')}${preview === undefined ? '' : `-${preview}`}`;
}
