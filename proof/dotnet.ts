import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Failed, Unable } from './part.ts';

/** Where the programs of the proofs are built and what they leave behind: kept between runs, and never in git. */
export const workplace = fileURLToPath(new URL('../node_modules/.cache/proof/', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface Invocation {
  readonly cwd?: string;
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The .NET SDK of this machine. */
export interface Dotnet {
  readonly version: string;
  /** `dotnet` with these arguments. */
  readonly run: (args: readonly string[], invocation?: Invocation) => Promise<Ran>;
  /** Builds one of our own projects outside the repo and answers where its assembly lies, or how the part that needs it ends. */
  readonly build: (project: string, name: string) => Promise<Built>;
}

export type Built = { readonly kind: 'built'; readonly assembly: string } | NotBuilt;

/** A package or a framework that this machine has not is no failure of ours; all else is. */
export type NotBuilt = Failed | Unable;

export async function findDotnet(): Promise<Dotnet | null> {
  const asked = await ran('dotnet', ['--version'], {}).catch(() => null);
  if (asked === null || asked.code !== 0) return null;
  const run: Dotnet['run'] = (args, invocation = {}) => ran('dotnet', args, invocation);
  return { version: asked.output.trim(), run, build: (project, name) => build(run, project, name) };
}

async function build(run: Dotnet['run'], project: string, name: string): Promise<Built> {
  const artifacts = join(workplace, name);
  mkdirSync(artifacts, { recursive: true });
  const output = join(artifacts, 'out');
  const args = [
    'build',
    project,
    '--nologo',
    '-v',
    'quiet',
    '-c',
    'Release',
    '--artifacts-path',
    artifacts,
    '-o',
    output,
  ];
  const { code, output: said } = await run([...args, '-p:UseSharedCompilation=false', '--disable-build-servers']);
  return code === 0 ? { kind: 'built', assembly: join(output, `${name}.dll`) } : notBuilt(name, said);
}

/** What it needs is not there: NuGet (`NU`), the SDK (`NETSDK`) or MSBuild, which looks for an SDK, says so. */
const missing = /error (?:NU\d+|NETSDK\d+|MSB4236): .*/;

/** The first error, without the paths of this machine. */
function notBuilt(name: string, said: string): NotBuilt {
  const [lacking] = missing.exec(said) ?? [];
  if (lacking !== undefined) return { kind: 'unable', reason: `${name} cannot be built here: ${pathless(lacking)}` };
  const [error = 'the build ended with an error'] = /error [A-Z]+\d+: .*/.exec(said) ?? [];
  return { kind: 'failed', numbers: [], failures: [`${name} does not build: ${pathless(error)}`] };
}

function pathless(error: string): string {
  return error.replace(/ \[.*$/, '');
}

function ran(command: string, args: readonly string[], { cwd, input, environment }: Invocation): Promise<Ran> {
  const quiet = {
    DOTNET_NOLOGO: '1',
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_ROLL_FORWARD: 'Major',
    DOTNET_CLI_UI_LANGUAGE: 'en',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...quiet, ...environment } });
    const [output, errors]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.stdin.on('error', () => {});
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() }),
    );
    child.stdin.end(input ?? '');
  });
}
