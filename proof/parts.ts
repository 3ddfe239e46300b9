import type { Part } from './part.ts';

/** What may stand behind a part's name: `--build`, or with a value `--apps=N`. */
export interface Option {
  readonly name: string;
  readonly value: 'none' | 'number' | 'text';
  readonly says: string;
}

interface DeclaredPart {
  readonly name: string;
  /** What it compares, said of it when it holds. */
  readonly shows: string;
  readonly options: readonly Option[];
  readonly load: () => Promise<Part>;
}

/** In the order in which they run. */
export const parts: readonly DeclaredPart[] = [
  {
    name: 'compile',
    shows: 'every fixture compiles before and after each phase, with no new error or warning',
    options: [{ name: '--build', value: 'none', says: 'have MSBuild build a few too, and compare' }],
    load: async () => (await import('./compile/part.ts')).compile,
  },
  {
    name: 'generated',
    shows: 'generated apps compile before and after the switch',
    options: [],
    load: async () => (await import('./compile/generated.ts')).generated,
  },
  {
    name: 'wire',
    shows:
      'switched apps ask Maskinporten for what they asked for, and the old and the new library do what the tool says',
    options: [{ name: '--fixture', value: 'text', says: 'hear this fixture alone; may be given again' }],
    load: async () => (await import('./wire/part.ts')).wire,
  },
  {
    name: 'surface',
    shows: 'what our stand-ins declare is what those real libraries have that the package source has',
    options: [],
    load: async () => (await import('./compile/surface.ts')).surface,
  },
  {
    name: 'read',
    shows: 'C# is read as Roslyn reads it, and edits take whole pieces of it',
    options: [
      { name: '--files', value: 'number', says: 'this many made-up apps' },
      { name: '--seed', value: 'number', says: 'the seed of the first' },
      { name: '--folder', value: 'text', says: 'other C# on this machine, read too' },
    ],
    load: async () => (await import('./read/prove.ts')).read,
  },
  {
    name: 'precedence',
    shows: 'in running apps, who wins each key and what flips an app is what the tool says',
    options: [
      { name: '--apps', value: 'number', says: 'this many apps' },
      { name: '--keep', value: 'none', says: 'leave them in the folder for temporary files' },
    ],
    load: async () => (await import('./precedence/part.ts')).precedence,
  },
];
