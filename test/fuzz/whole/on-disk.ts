import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Entry, Tree } from '../input/tree.ts';

/** Hands over a folder with the tree in it, which is gone afterwards. */
export async function onDisk<T>(tree: Tree, act: (root: string) => Promise<T>): Promise<T> {
  const outer = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-fuzz-')));
  const root = join(outer, 'repo');
  try {
    mkdirSync(root);
    for (const [path, entry] of tree) lay(root, path, entry);
    return await act(root);
  } finally {
    rmSync(outer, { recursive: true, force: true });
  }
}

/** What does not fit the paths before it, or what this machine has no name for, is left out. */
function lay(root: string, path: string, entry: Entry): void {
  const target = join(root, path);
  if (!target.startsWith(`${root}/`)) return;
  try {
    mkdirSync(dirname(target), { recursive: true });
    layEntry(target, entry);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

function layEntry(target: string, entry: Entry): void {
  switch (entry.kind) {
    case 'file':
      writeFileSync(target, entry.bytes);
      return;
    case 'unreadable':
      writeFileSync(target, entry.bytes);
      chmodSync(target, 0);
      return;
    case 'symlink':
      symlinkSync(entry.to, target);
      return;
    case 'folder':
      mkdirSync(target, { recursive: true });
      return;
    case 'fifo':
      spawnSync('mkfifo', ['--', target]);
  }
}

/** Every file but git's own, each byte a character. */
export function bytesBelow(root: string, folder = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(join(root, folder)).sort()) {
    const path = join(folder, name);
    const stat = lstatSync(join(root, path));
    if (name === '.git') continue;
    if (stat.isDirectory()) for (const [inner, bytes] of bytesBelow(root, path)) found.set(inner, bytes);
    else if (stat.isSymbolicLink()) found.set(path, `-> ${readlinkSync(join(root, path))}`);
    else if (stat.isFile()) found.set(path, readFileSync(join(root, path), 'latin1'));
  }
  return found;
}

const settings = [
  '-c',
  'core.autocrlf=false',
  '-c',
  'user.name=Test',
  '-c',
  'user.email=test@example.com',
  '-c',
  'init.defaultBranch=main',
];

export function git(root: string, args: readonly string[], input = ''): string {
  const env = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
  return execFileSync('git', [...settings, ...args], {
    cwd: root,
    input,
    env,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

/** Whether the folder is a git repo now, with everything committed that git takes. */
export function isCommitted(root: string): boolean {
  try {
    git(root, ['init', '--quiet']);
    git(root, ['add', '--all', '--ignore-errors', '.']);
    git(root, ['commit', '--quiet', '--allow-empty', '--message', 'As found']);
    return git(root, ['rev-parse', '--show-toplevel']).trim() === root;
  } catch {
    return false;
  }
}
