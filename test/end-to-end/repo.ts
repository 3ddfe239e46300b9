import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './binary.ts';

const made: string[] = [];

export function removeRepos(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maskinflytt-'));
  made.push(folder);
  return folder;
}

/** A fixture's app as a git repo of its own, everything committed. */
export function repoOfFixture(name: string): string {
  const folder = emptyFolder();
  cpSync(`${projectRoot}fixtures/${name}/app`, folder, { recursive: true });
  commitAll(folder);
  return folder;
}

export function commitAll(folder: string): void {
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'As found');
}

export function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'core.autocrlf=false'];
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
}

/** Every file with its bytes, as text that shows a difference. */
export function filesBelow(folder: string, prefix = ''): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
    const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.name === '.git') continue;
    if (entry.isDirectory()) for (const [inner, text] of filesBelow(folder, path)) files.set(inner, text);
    else files.set(path, readFileSync(join(folder, path)).toString('latin1'));
  }
  return files;
}
