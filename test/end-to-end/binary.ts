import { fileURLToPath } from 'node:url';
import { type Run, runProcess } from './run-process.ts';

export type { Run } from './run-process.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const launcher = `${projectRoot}bin/maskinflytt.js`;

export interface RunInput {
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly seconds?: number;
  /** What Node itself is told. */
  readonly nodeOptions?: readonly string[];
}

/** Runs the built binary as a user would, with a locale and colours that do not depend on the machine. */
export function maskinflytt(cwd: string, args: readonly string[], input: RunInput = {}): Promise<Run> {
  const { stdin, seconds = 50, nodeOptions = [] } = input;
  const env = { PATH: process.env.PATH, HOME: cwd, LANG: 'C.UTF-8', ...input.env };
  return runProcess(process.execPath, [...nodeOptions, launcher, ...args], { cwd, env, stdin, seconds });
}
