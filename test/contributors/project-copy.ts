import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { projectRoot } from '../../scripts/project.ts';
import { type Run, runProcess } from '../end-to-end/run-process.ts';

const leftOut = ['.git', 'node_modules', 'dist', 'coverage'];
const made: string[] = [];

/** This checkout without its history, to be changed at will; packages are shared, not copied. */
export function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'maskinflytt-project-'));
  made.push(folder);
  const isWanted = (source: string) => !leftOut.includes(relative(projectRoot, source));
  cpSync(projectRoot, folder, { recursive: true, filter: isWanted });
  symlinkSync(`${projectRoot}node_modules`, join(folder, 'node_modules'));
  return folder;
}

export function removeCopies(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A command as a contributor types it, in an environment that is not the test runner's. */
export function runIn(cwd: string, command: string): Promise<Run> {
  const [program = '', ...args] = command.split(' ');
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'C.UTF-8', NO_COLOR: '1' };
  return runProcess(program, args, { cwd, env, seconds: 280 });
}
