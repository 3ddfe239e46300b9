import type { FileRange } from '../../../location.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import type { SyntaxNode } from '../../../syntax/csharp/node.ts';
import { callsNamed } from '../../../syntax/csharp/project.ts';
import { findCallables } from '../../startup/callable.ts';
import type { NameSources } from '../external/package-names.ts';

/** A call on the services that can go. */
export interface ServicesCall {
  /** The name of the method, or of the type that it registers. */
  readonly at: FileRange;
  readonly call: FileRange;
  readonly form: 'extension' | 'static';
}

/** Calls by a name that the app gives no function of its own, each place once. */
export function distinctCalls(name: string, { project }: NameSources) {
  const calls = callsNamed(project, name).filter(
    ({ invocation, file }) => findCallables(invocation, file, project).length === 0,
  );
  return [...new Map(calls.map((call) => [`${call.file.path} ${call.invocation.nameNode.start}`, call])).values()];
}

export function servicesCall(
  invocation: Invocation,
  at: SyntaxNode,
  form: ServicesCall['form'],
  file: CSharpFile,
): ServicesCall {
  return { at: rangeOf(at, file), call: rangeOf(invocation, file), form };
}

export function rangeOf(
  { start, end }: { readonly start: number; readonly end: number },
  { path }: CSharpFile,
): FileRange {
  return { file: path, start, end };
}
