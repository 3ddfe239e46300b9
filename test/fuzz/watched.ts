import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer, Order } from './child.ts';
import type { Recipe } from './input/recipe.ts';
import type { Target } from './target.ts';
import type { Failure } from './try-input.ts';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));
const heapMb = 1_500;
/** A busy machine may leave a process without a turn for long. */
const patienceMs = 60_000;

export interface Slice {
  readonly next: number;
  readonly slowestMs: number;
  readonly slowestNumber: number;
  readonly peakMb: number;
  readonly failures: readonly { readonly number: number; readonly failure: Failure }[];
}

/** A process that reads for us, and is ended when it says nothing any more. */
export class Watched {
  #starting: Promise<ChildProcess> | null = null;
  readonly #folder = mkdtempSync(join(tmpdir(), 'maskinflytt-fuzz-'));

  /** Inputs from a number on, for a while; a hang or a death ends the slice early. */
  async goOn(target: Target, seed: string, from: number, forMs: number): Promise<Slice> {
    const progress = join(this.#folder, 'progress');
    const failures: { number: number; failure: Failure }[] = [];
    const ended = await this.#ask(
      { kind: 'go-on', target: target.name, seed, from, forMs, progress },
      (answer) => {
        if (answer.kind === 'failure') failures.push(answer);
        return answer.kind === 'pause' ? answer : null;
      },
      patience(target, () => numberIn(progress)),
    );
    if (ended.kind === 'answer') {
      const { next, slowest, peakMb } = ended.answer;
      return { next, slowestMs: slowest.ms, slowestNumber: slowest.number, peakMb, failures };
    }
    const number = Number(numberIn(progress) || from);
    const failure = { signature: ended.kind, details: `input ${number}: ${ended.kind}` };
    return {
      next: number + 1,
      slowestMs: 0,
      slowestNumber: number,
      peakMb: 0,
      failures: [...failures, { number, failure }],
    };
  }

  async tryRecipe(target: Target, recipe: Recipe): Promise<Failure | null> {
    const ended = await this.#ask(
      { kind: 'try', recipe },
      (answer) => (answer.kind === 'tried' ? answer : null),
      patience(target, () => ''),
    );
    return ended.kind === 'answer' ? ended.answer.failure : { signature: ended.kind, details: ended.kind };
  }

  /** Over when everything is loaded: from then on time is an input's. */
  async start(): Promise<void> {
    this.#starting ??= started();
    await this.#starting;
  }

  end(): void {
    this.#starting?.then((child) => child.kill('SIGKILL')).catch(() => undefined);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ask<A>(order: Order, take: (answer: Answer) => A | null, isOver: () => boolean) {
    this.#starting ??= started();
    const child = await this.#starting;
    return new Promise<{ kind: 'answer'; answer: A } | { kind: 'hang' } | { kind: 'death' }>((resolve) => {
      const done = (ended: { kind: 'answer'; answer: A } | { kind: 'hang' } | { kind: 'death' }) => {
        clearInterval(watch);
        child.removeAllListeners();
        if (ended.kind !== 'answer') {
          child.kill('SIGKILL');
          this.#starting = null;
        }
        resolve(ended);
      };
      const watch = setInterval(() => isOver() && done({ kind: 'hang' }), 500);
      child.on('exit', () => done({ kind: 'death' }));
      child.on('message', (answer: Answer) => {
        const taken = take(answer);
        if (taken !== null) done({ kind: 'answer', answer: taken });
      });
      child.send(order);
    });
  }
}

function started(): Promise<ChildProcess> {
  const child = fork(program, ['--child'], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`a process that reads ended with ${code} before it was ready`)));
    child.once('message', () => {
      child.removeAllListeners();
      resolve(child);
    });
  });
}

function numberIn(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Whether the same input takes three times as long as it may, and more. */
function patience({ limitMs }: Target, progress: () => string): () => boolean {
  let seen = '';
  let since = performance.now();
  return () => {
    const now = progress();
    if (now !== seen) {
      seen = now;
      since = performance.now();
    }
    return performance.now() - since > 3 * limitMs + patienceMs;
  };
}
