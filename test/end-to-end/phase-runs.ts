import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { maskinflytt } from './binary.ts';
import { phases } from './fixture.ts';
import { emptyFolder, filesBelow, git } from './repo.ts';

type Phase = (typeof phases)[number];
type Repos = ReadonlyMap<string, string>;

/** What the run of a phase came to in one repo. */
export interface PhaseResult {
  /** null where there was none. */
  readonly patch: string | null;
  /** What git said against the patch; '' when it applied and could be taken back. */
  readonly refused: string;
  /** The files once the patch was applied. */
  readonly files: ReadonlyMap<string, string>;
  /** What was offered when the phase was asked for once more. */
  readonly again: string | null;
}

export interface PhaseRun {
  readonly phase: Phase;
  readonly results: ReadonlyMap<string, PhaseResult>;
}

/** One phase after the other: the patch of each repo is applied, taken back on trial, and staged for the next. */
export async function runPhases(repos: Repos): Promise<readonly PhaseRun[]> {
  const runs: PhaseRun[] = [];
  for (const phase of phases) {
    const offered = await patchesFor(repos, ['--phase', phase]);
    const refused = new Map([...offered].map(([name, { file }]) => [name, applyTo(repos.get(name) ?? '', file)]));
    const again = await patchesFor(repos, ['--phase', phase]);
    const results = [...repos].map(([name, repo]) => {
      const [patch, once] = [offered.get(name)?.text ?? null, again.get(name)?.text ?? null];
      return [name, { patch, refused: refused.get(name) ?? '', files: filesBelow(repo), again: once }] as const;
    });
    runs.push({ phase, results: new Map(results) });
  }
  return runs;
}

interface Patch {
  readonly file: string;
  readonly text: string;
}

/** Those of the repos that get a patch; all in one run, because starting the program takes longer than most of its work. */
export async function patchesFor(repos: Repos, options: readonly string[]): Promise<ReadonlyMap<string, Patch>> {
  if (repos.size === 0) return new Map();
  const folder = emptyFolder();
  const args = ['fix', ...options, '--output-dir', folder, ...repos.values()];
  const { code, stdout, stderr } = await maskinflytt(folder, args, { seconds: 240 });
  if (code !== 0 || stdout !== '') throw new Error(`fix ${options.join(' ')} ended with ${code}:\n${stderr}${stdout}`);
  return new Map(
    [...repos].flatMap(([name, repo]) => {
      const file = join(folder, `${basename(repo)}.patch`);
      return existsSync(file) ? [[name, { file, text: readFileSync(file, 'latin1') }] as const] : [];
    }),
  );
}

function applyTo(repo: string, patch: string): string {
  try {
    git(repo, 'apply', patch);
    git(repo, 'apply', '-R', '--check', patch);
    git(repo, 'add', '-A', '-f');
    return '';
  } catch (error) {
    return String(error);
  }
}
