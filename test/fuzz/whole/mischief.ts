import { type Entry, fileOf, type Tree } from '../input/tree.ts';
import { hostilePiece, repeated } from '../mutate/hostile.ts';
import type { Random } from '../random.ts';

type Trick = (tree: Tree, random: Random) => Tree;

const oddNames: readonly [string, ...string[]] = [
  'App æøå',
  "a 'b'",
  'a "b"',
  'a\nb',
  'a\tb',
  '-App',
  '--output=x',
  'con',
  'nul.txt',
  'a\\b',
  ' ',
  '...',
  '[a]',
  '*',
  '#x',
  '$(A)',
  '%2e',
  'A'.repeat(200),
  '\u202ebdc',
  'é',
  'e\u0301',
  '~',
  '!a',
  'App.',
  '@',
  ':x',
  '😀',
  '=1+1',
  '<b>',
  '&amp;',
  '|',
];

/** What a file system, or whoever made the repo, may have done to it. */
const tricks: readonly [Trick, ...Trick[]] = [
  (tree, random) => renamed(tree, random.pick(oddNames), random),
  (tree, random) => renamed(tree, random.pick(oddNames), random),
  (tree, random) => inPlaceOfOne(tree, { kind: 'folder' }, random),
  (tree, random) => inPlaceOfOne(tree, { kind: 'fifo' }, random),
  (tree, random) => inPlaceOfOne(tree, fileOf(''), random),
  (tree, random) =>
    inPlaceOfOne(
      tree,
      {
        kind: 'symlink',
        to: random.pick(['.', '..', '/etc/passwd', '/dev/zero', 'nowhere', '../..', '/proc/self/environ']),
      },
      random,
    ),
  linked,
  linkedToItself,
  unreadable,
  (tree) => placed(tree, 'loop', { kind: 'symlink', to: '.' }),
  (tree) => placed(tree, 'App/loop', { kind: 'symlink', to: '../App' }),
  (tree, random) =>
    placed(
      tree,
      random.pick(['.gitignore', 'App/.gitignore']),
      fileOf(random.pick(['*', 'App/', '!*', '**/**/**/**/a', '[', '\\', '*.cs\n!Program.cs', repeated('*a', random)])),
    ),
  (tree, random) =>
    placed(
      tree,
      random.pick(['.git', 'App/.git', 'sub/.git']),
      fileOf(
        random.pick(['gitdir: ../x\n', 'gitdir: .\n', '', 'x', `gitdir: ${'a'.repeat(5_000)}`, 'gitdir: /dev/zero']),
      ),
    ),
  (tree, random) =>
    placed(
      tree,
      random.pick(['.git', 'App/.git', 'sub/.git']),
      random.pick<Entry>([{ kind: 'fifo' }, { kind: 'folder' }, { kind: 'symlink', to: '.git' }]),
    ),
  (tree, random) =>
    placed(
      tree,
      'maskinflytt.config.json',
      random.pick<Entry>([
        fileOf('{}'),
        fileOf('{"x":1}'),
        { kind: 'fifo' },
        { kind: 'folder' },
        { kind: 'symlink', to: '/dev/zero' },
        fileOf(hostilePiece(random)),
      ]),
    ),
  (tree) => placed(tree, `${'d/'.repeat(90)}App/Program.cs`, fileOf('Maskinporten')),
  (tree, random) => new Map([...tree].map(([path, entry]) => [`${random.pick(['x', 'x', 'y z'])}/${path}`, entry])),
  (tree) => new Map([...tree, ...[...tree].map(([path, entry]) => [`copy/${path}`, entry] as const)]),
  (tree) => new Map([...tree].slice(0, 1)),
  () => new Map(),
];

export function withMischief(tree: Tree, random: Random): Tree {
  let result = tree;
  for (let count = random.pick([1, 1, 2, 3]); count > 0; count--) result = random.pick(tricks)(result, random);
  return result;
}

/** One name, of a folder or a file, everywhere it stands. */
function renamed(tree: Tree, name: string, random: Random): Tree {
  const old = random.among((random.among([...tree.keys()]) ?? '').split('/'));
  return new Map(
    [...tree].map(([path, entry]) => [
      path
        .split('/')
        .map((part) => (part === old ? name : part))
        .join('/'),
      entry,
    ]),
  );
}

function inPlaceOfOne(tree: Tree, entry: Entry, random: Random): Tree {
  const path = random.among([...tree.keys()]);
  return path === undefined ? tree : placed(tree, path, entry);
}

function linked(tree: Tree, random: Random): Tree {
  const path = random.among([...tree.keys()]);
  const entry = path === undefined ? undefined : tree.get(path);
  if (path === undefined || entry === undefined) return tree;
  const name = path.split('/').at(-1) ?? path;
  return placed(placed(tree, path, { kind: 'symlink', to: `${name}.real` }), `${path}.real`, entry);
}

function linkedToItself(tree: Tree, random: Random): Tree {
  const path = random.among([...tree.keys()]) ?? 'x';
  return placed(tree, path, { kind: 'symlink', to: path.split('/').at(-1) ?? path });
}

function unreadable(tree: Tree, random: Random): Tree {
  const path = random.among([...tree.keys()]);
  const entry = path === undefined ? undefined : tree.get(path);
  return path === undefined || entry?.kind !== 'file'
    ? tree
    : placed(tree, path, { kind: 'unreadable', bytes: entry.bytes });
}

function placed(tree: Tree, path: string, entry: Entry): Tree {
  return new Map([...tree, [path, entry]]);
}
