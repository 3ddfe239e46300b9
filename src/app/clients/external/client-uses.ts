import type { FileRange } from '../../../location.ts';
import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { identifiersIn } from '../../../syntax/csharp/identifiers.ts';
import { ancestors, closest, contains, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { type Call, type CSharpProject, callsNamed, typesNamed, wholeWord } from '../../../syntax/csharp/project.ts';
import type { RegisteredClient } from './registered-client.ts';

type NamedClient = Extract<RegisteredClient, { kind: 'named' }>;

/** Where the client is asked for: what it is injected into, or the calls that create it by name. */
export function usesOf(client: RegisteredClient | null, project: CSharpProject): readonly FileRange[] {
  if (client === null) return [];
  if (client.kind === 'named')
    return callsCreating(client, project).map(({ file, invocation }) => rangeOf(invocation, file));
  const [asked] = client.types;
  return asked === undefined
    ? []
    : placesNaming(asked, project)
        .filter(({ node }) => isInjection(node))
        .map(({ node, file }) => rangeOf(node, file));
}

export function filesCreating(client: NamedClient, project: CSharpProject): readonly CSharpFile[] {
  return [...new Set(callsCreating(client, project).map(({ file }) => file))];
}

/** One whose name cannot be told may be any; each place counts once, in however many builds it is. */
function callsCreating({ name }: NamedClient, project: CSharpProject): readonly Call[] {
  const calls = callsNamed(project, 'CreateClient').filter(({ file, invocation }) => {
    const [argument] = invocation.arguments;
    if (argument === undefined) return false;
    const asked = evaluateString(argument.value, file, project);
    return asked.kind === 'unknown' || name.kind === 'unknown' || asked.value === name.value;
  });
  return [...new Map(calls.map((call) => [`${call.file.path} ${call.invocation.start}`, call])).values()];
}

interface Place {
  readonly node: SyntaxNode;
  readonly file: CSharpFile;
}

/** Every use of a type's name outside the type itself. */
export function placesNaming(type: string, project: CSharpProject): readonly Place[] {
  const name = type.replace(/<.*/s, '').split('.').at(-1) ?? type;
  const declared = typesNamed(project, name);
  return project.filesMentioning(name, wholeWord(name)).flatMap((file) =>
    identifiersIn(file, name)
      .filter((node) => !declared.some((one) => one.file.path === file.path && contains(one.node, node)))
      .filter((node) => closest(node, 'using_directive') === null)
      .map((node) => ({ node, file })),
  );
}

function isInjection(node: SyntaxNode): boolean {
  for (const outer of ancestors(node)) {
    if (outer.kind === 'parameter') return true;
    if (outer.kind === 'type_argument_list' || typeKinds.includes(outer.kind)) return false;
  }
  return false;
}

function rangeOf({ start, end }: { start: number; end: number }, file: CSharpFile): FileRange {
  return { file: file.path, start, end };
}
