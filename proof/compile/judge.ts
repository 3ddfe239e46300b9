import { relative } from 'node:path';
import { expectations } from './expectations.ts';
import type { Compiled } from './jobs.ts';
import type { Diagnostic } from './roslyn.ts';
import type { Snapshot } from './snapshots.ts';

/** A project at a moment, and what the compiler says of it. */
export interface Judged {
  readonly snapshot: Snapshot;
  readonly compiled: Compiled;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Errors are failures at every moment, new warnings after a phase. What a fixture is about is expected, and must then
 * come.
 */
export function failuresOf(judged: readonly Judged[]): readonly string[] {
  const snapshots = new Map(judged.map(({ snapshot }) => [snapshot.folder, snapshot]));
  let before: readonly Diagnostic[] = [];
  return [...snapshots.values()].flatMap((snapshot) => {
    const own = judged.filter((one) => one.snapshot.folder === snapshot.folder).flatMap((one) => one.diagnostics);
    const told = own.map((one) => ({ ...one, file: relative(snapshot.folder, one.file) }));
    const known = snapshot.after === 'before' ? told : before;
    before = told;
    return failuresAt(
      snapshot,
      told.filter((one) => one.severity === 'error' || !known.some((other) => isSame(one, other))),
    );
  });
}

function failuresAt({ fixture, after }: Snapshot, told: readonly Diagnostic[]): readonly string[] {
  const expected = expectations
    .filter((one) => one.fixture === fixture && one.at === after)
    .flatMap((one) => one.tells);
  const rest = [...told];
  const missing = expected.filter(([code, file, name]) => {
    const at = rest.findIndex((one) => one.code === code && one.file === file && one.message.includes(`'${name}'`));
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
  const where = `${fixture} (${after === 'before' ? after : `after ${after}`})`;
  return [
    ...rest.map(({ code, file, line, message }) => `${where}: ${file}:${line}: ${code} ${message}`),
    ...missing.map(([code, file, name]) => `${where}: ${file}: ${code} about ${name} was expected, and did not come`),
  ];
}

/** Lines move, what is said stays. */
function isSame(one: Diagnostic, other: Diagnostic): boolean {
  return one.code === other.code && one.file === other.file && one.message === other.message;
}
