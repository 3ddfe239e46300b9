import { type ExecutedCall, entryPointsOf, executedCalls } from '../../../src/app/startup/execution.ts';
import type { CSharpFile } from '../../../src/syntax/csharp/file.ts';
import type { CSharpProject } from '../../../src/syntax/csharp/project.ts';
import { parsed } from '../../syntax/csharp/sources.ts';

export type Sources = Readonly<Record<string, string>>;

export function projectWith(sources: Sources): CSharpProject & { readonly files: readonly CSharpFile[] } {
  const files = Object.entries(sources).map(([path, text]) => parsed(text, path));
  return {
    files,
    file: (path) => files.find((file) => file.path === path) ?? null,
    filesMentioning: (word, pattern) =>
      files.filter(({ text }) => text.includes(word) && (pattern === undefined || pattern.test(text))),
  };
}

/** What the app with this `Program.cs` calls when it starts, in order. */
function startOf(program: string, others: Sources = {}): readonly ExecutedCall[] {
  const project = projectWith({ 'Program.cs': program, ...others });
  return executedCalls(project, entryPointsOf(project.files));
}

/** The one-letter calls among them: `A`, `A?` when deferred. */
export function orderOf(program: string, others: Sources = {}): string {
  return startOf(program, others)
    .filter(({ invocation }) => /^[A-Z]$/.test(invocation.name))
    .map(({ invocation, deferred }) => `${invocation.name}${deferred ? '?' : ''}`)
    .join(' ');
}

/** The conditions under which `X` runs, each with the environment that it lets through. */
export function conditionsOfX(program: string, others: Sources = {}): readonly string[] {
  const call = startOf(program, others).find(({ invocation }) => invocation.name === 'X');
  if (call === undefined) return ['never'];
  return call.conditions.map(({ text, environment }) => (environment === null ? text : `${environment}: ${text}`));
}
