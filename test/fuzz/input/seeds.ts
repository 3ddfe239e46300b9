import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Entry, fileOf, type Tree } from './tree.ts';

const fixtures = fileURLToPath(new URL('../../../fixtures/', import.meta.url));

/** The repos that the fixtures are, each by its name; read once. */
export function seedTrees(): ReadonlyMap<string, Tree> {
  trees ??= new Map(
    readdirSync(fixtures)
      .sort()
      .map((name) => [name, treeBelow(`${fixtures}${name}/app`)]),
  );
  return trees;
}

let trees: ReadonlyMap<string, Tree> | undefined;
const textsByPattern = new Map<RegExp, readonly string[]>();

/** Every different text of a fixture whose path matches. */
export function seedTexts(pattern: RegExp): readonly string[] {
  const known = textsByPattern.get(pattern);
  if (known !== undefined) return known;
  const found = new Set<string>();
  for (const tree of seedTrees().values()) {
    for (const [path, entry] of tree)
      if (pattern.test(path) && entry.kind === 'file') found.add(entry.bytes.toString('utf8'));
  }
  const texts = [...found];
  textsByPattern.set(pattern, texts);
  return texts;
}

function treeBelow(folder: string, prefix = ''): Tree {
  const entries = new Map<string, Entry>();
  for (const entry of readdirSync(`${folder}/${prefix}`, { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) for (const [below, inner] of treeBelow(folder, `${path}/`)) entries.set(below, inner);
    else if (entry.isFile()) entries.set(path, fileOf(readFileSync(`${folder}/${path}`)));
  }
  return new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
