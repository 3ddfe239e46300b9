import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const launcher = `${projectRoot}bin/maskinflytt.js`;

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built binary as a user would, with a locale and colours that do not depend on the machine. */
export function maskinflytt(cwd: string, args: readonly string[], input: RunInput = {}): Promise<Run> {
  const env = { PATH: process.env['PATH'], HOME: cwd, LANG: 'C.UTF-8', ...input.env };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [launcher, ...args],
      { cwd, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, stdout, stderr });
      },
    );
    child.stdin?.end(input.stdin);
  });
}

export interface RunInput {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
}
