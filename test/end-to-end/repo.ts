import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from './binary.ts';

const made: string[] = [];
let emptyGitFolder: string | null = null;

export function removeRepos(): void {
  emptyGitFolder = null;
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
  cpSync(emptyRepo(), join(folder, '.git'), { recursive: true });
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'As found');
}

/** What `git init` makes, made once and copied for each repo. */
function emptyRepo(): string {
  if (emptyGitFolder !== null) return emptyGitFolder;
  const folder = emptyFolder();
  git(folder, 'init', '-q', '-b', 'main', '--template=');
  for (const usual of ['hooks', 'info']) mkdirSync(join(folder, '.git', usual));
  emptyGitFolder = join(folder, '.git');
  return emptyGitFolder;
}

const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'core.autocrlf=false'];
/** What would cost time and means nothing to a repo that is thrown away. */
const quick = ['-c', 'core.fsync=none', '-c', 'gc.auto=0', '-c', 'maintenance.auto=false'];

export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', [...identity, ...quick, ...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
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
