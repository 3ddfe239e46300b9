import { spawnSync } from 'node:child_process';
import { processorTime } from './processor-time.ts';

export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** That it did its work: else its time says nothing. */
  readonly isRight: (stdout: string, status: number | null) => boolean;
}

export interface Run {
  readonly seconds: number;
  /** Of the processor; null where the system does not tell. */
  readonly cpu: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run({ name, command, args, isRight }: Program): Run {
  const before = processorTime();
  const start = performance.now();
  const { error, status, stdout, stderr } = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  const seconds = (performance.now() - start) / 1000;
  const after = processorTime();
  if (error) throw error;
  if (!isRight(stdout, status))
    throw new Error(`${name} ended with ${status} and the wrong output: ${stderr.slice(0, 2_000)}`);
  return { seconds, cpu: before === null || after === null ? null : after - before, stdout, stderr };
}

/**
 * Variables for Node change how every Node program starts. An extra file of certificates alone takes longer to read than
 * `node -e 0` takes, and would flatter each ratio against it.
 */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:NODE_|npm_|LANG|LC_)/.test(name)),
);
