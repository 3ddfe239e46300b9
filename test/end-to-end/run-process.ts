import { execFile } from 'node:child_process';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProcessInput {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin?: string | undefined;
  /** How long it may take; less than the test's own limit, so that what hangs is named. */
  readonly seconds: number;
}

const mostOutput = 64 * 1024 * 1024;

/** Runs a program to its end. One that never ends, is killed or cannot start is an error that says so, and no exit code. */
export function runProcess(program: string, args: readonly string[], input: ProcessInput): Promise<Run> {
  const { cwd, env, stdin, seconds } = input;
  return new Promise((resolve, reject) => {
    const options = {
      cwd,
      env: { ...env },
      maxBuffer: mostOutput,
      timeout: seconds * 1000,
      killSignal: 'SIGKILL',
    } as const;
    const child = execFile(program, [...args], options, (error, stdout, stderr) => {
      if (error === null) resolve({ code: 0, stdout, stderr });
      else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
      else reject(new Error(`${[program, ...args].join(' ').slice(0, 500)}\n${whyNot(error, seconds)}\n${stderr}`));
    });
    // One that ends without reading its input closes the pipe; its exit code tells the rest.
    child.stdin?.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    child.stdin?.end(stdin);
  });
}

function whyNot(
  error: Error & { readonly killed?: boolean; readonly signal?: string | null },
  seconds: number,
): string {
  if (error.killed === true) return `was killed: it had not ended after ${seconds} s, or wrote more than is kept.`;
  return error.signal ? `was ended by ${error.signal}.` : `could not run: ${error.message}`;
}
