import type { Reporter, TestCase, TestModule } from 'vitest/node';

export interface Standstill {
  readonly reporter: Reporter;
  /** The files that have shown no sign of life for too long. */
  readonly silent: (now: number) => readonly string[];
}

/**
 * Which test files have stopped. A test's own time limit is a timer in its worker: when the worker's only thread is
 * blocked, no timer fires and nobody but the process that started it can tell.
 */
export function standstill(limit: number, now: () => number = Date.now): Standstill {
  const lastSign = new Map<string, number>();
  const lives = ({ moduleId }: { readonly moduleId: string }) => void lastSign.set(moduleId, now());
  return {
    reporter: {
      onTestModuleQueued: (file: TestModule) => lives(file),
      onTestModuleStart: (file: TestModule) => lives(file),
      onTestCaseResult: ({ module }: TestCase) => lives(module),
      onTestModuleEnd: ({ moduleId }: TestModule) => void lastSign.delete(moduleId),
    },
    silent: (at) => [...lastSign].filter(([, since]) => at - since > limit).map(([file]) => file),
  };
}
