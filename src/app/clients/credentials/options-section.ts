import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { descendantsOfKind, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, callsNamed } from '../../../syntax/csharp/project.ts';
import { sectionOf } from '../section-path.ts';

/** Settings of a type, as options hand them out; those of a name may be others. */
export interface OptionsType {
  /** The type's own name. */
  readonly type: string;
  readonly name: string | null;
}

/** The section that all calls which configure the options agree on; null when nobody can tell. */
export function sectionOfOptions(options: OptionsType, project: CSharpProject): string | null {
  const [first, ...others] = ['Configure', 'Bind', 'BindConfiguration'].flatMap((method) =>
    callsNamed(project, method).flatMap(({ invocation, file }) => configuredBy(invocation, options, file, project)),
  );
  if (first == null) return null;
  return others.every((other) => other?.toLowerCase() === first.toLowerCase()) ? first : null;
}

/** None where the call configures something else; null where it does so from what cannot be told. */
function configuredBy(
  call: Invocation,
  options: OptionsType,
  file: CSharpFile,
  project: CSharpProject,
): readonly (string | null)[] {
  const naming = call.name === 'Configure' ? call : addedBefore(call, file.text);
  const [type] = naming?.typeArguments ?? [];
  if (!naming || type === undefined || simpleName(textOf(type, file.text)) !== options.type) return [];
  const given = call.arguments.map(({ value }) => value);
  const named = call.name === 'Configure' ? (given.length > 1 ? given[0] : undefined) : naming.arguments[0]?.value;
  const name = named ? textAt(named, file, project) : null;
  if (named && name === null) return [null];
  if (name !== options.name) return [];
  const [value] = call.name === 'Configure' ? given.slice(-1) : given;
  if (value === undefined) return [null];
  if (call.name === 'BindConfiguration') return [textAt(value, file, project)];
  const section = sectionOf(value, file, project);
  return [section.kind === 'section' ? section.path : null];
}

/** `services.AddOptions<T>()` at the beginning of the chain. */
export function addedBefore({ receiver }: Invocation, text: string): Invocation | null {
  if (receiver === null) return null;
  const calls = [receiver, ...descendantsOfKind(receiver, 'invocation_expression')];
  return calls.map((node) => readInvocation(node, text)).find((call) => call?.name === 'AddOptions') ?? null;
}

function textAt(node: SyntaxNode, file: CSharpFile, project: CSharpProject): string | null {
  const text = evaluateString(node, file, project);
  return text.kind === 'known' ? text.value : null;
}

export function simpleName(type: string): string {
  const [name = ''] = type.replace(/\?$/, '').split('<');
  return name.split(/[.:]/).at(-1)?.trim() ?? '';
}
