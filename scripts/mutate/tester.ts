import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Asked, Job, Loaded, Outcome, Told, Trial } from './messages.ts';

/** How a trial ended, also where the process did not live to tell. */
export type Ending = Outcome | { readonly kind: 'hung' } | { readonly kind: 'crashed' };

/** A process that tries mutants, and another one in its place when a mutant has hung or broken it. */
export class Tester {
  #job: Job;
  #child: ChildProcess | null = null;

  constructor(job: Job) {
    this.#job = job;
  }

  async load(): Promise<Loaded> {
    const child = fork(fileURLToPath(new URL('worker.ts', import.meta.url)), {
      execArgv: ['--import', 'tsx', '--max-old-space-size=4096'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    const told = await answerOf(child, { kind: 'load', job: this.#job }, null);
    if (typeof told === 'string' || told.kind !== 'loaded') throw new Error('the tests could not be loaded');
    this.#job = { ...this.#job, memory: told.memory };
    return told;
  }

  async try(trial: Trial, deadline: number): Promise<Ending> {
    if (this.#child === null) await this.load();
    if (this.#child === null) return { kind: 'crashed' };
    const told = await answerOf(this.#child, trial, deadline);
    if (typeof told !== 'string') return told.kind === 'tried' ? told.outcome : { kind: 'crashed' };
    this.stop();
    return { kind: told };
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}

function answerOf(child: ChildProcess, asked: Asked, deadline: number | null): Promise<Told | 'hung' | 'crashed'> {
  return new Promise((resolve) => {
    const timer = deadline === null ? null : setTimeout(() => settle('hung'), deadline);
    const crashed = () => settle('crashed');
    const settle = (answer: Told | 'hung' | 'crashed') => {
      if (timer !== null) clearTimeout(timer);
      child.off('message', settle).off('exit', crashed);
      resolve(answer);
    };
    child.on('message', settle).on('exit', crashed);
    child.send(asked);
  });
}
