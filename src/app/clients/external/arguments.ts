import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Argument, Invocation } from '../../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import { isDelegate } from '../delegate.ts';
import type { DefinitionKey } from './definition-key.ts';

/** The arguments of a registration by what they are, in whatever order its version of the package has them. */
export interface RegistrationArguments {
  /** Of a static call, what it extends. */
  readonly receiver: SyntaxNode | null;
  readonly name: SyntaxNode | null;
  readonly settings: SyntaxNode | null;
  readonly delegate: SyntaxNode | null;
}

const receivers = ['services', 'clientBuilder', 'builder'];
const names = ['httpClientName', 'clientDefinitionKey', 'name', 'key'];
const delegates = ['configureClientDefinition', 'configure'];

export function readArgumentsOf(
  invocation: Invocation,
  hasName: boolean,
  file: CSharpFile,
  project: CSharpProject,
  keyOf: (value: SyntaxNode) => DefinitionKey,
): RegistrationArguments {
  const receiver = isStatic(invocation, file) ? receiverAmong(invocation.arguments) : null;
  const own = invocation.arguments.filter((argument) => argument !== receiver);
  const delegate = own.find(
    ({ name, value }) => (name !== null && delegates.includes(name)) || isDelegate(value, file, project),
  );
  const rest = own.filter((argument) => argument !== delegate && argument.value.kind !== 'null_literal');
  const named = rest.find(({ name }) => name !== null && names.includes(name));
  const isText = ({ value }: Argument) =>
    evaluateString(value, file, project).kind === 'known' || keyOf(value).kind === 'known';
  const name = hasName ? (named ?? rest.find(isText) ?? rest[0] ?? null) : null;
  const settings = rest.find((argument) => argument !== name) ?? null;
  return {
    receiver: receiver?.value ?? null,
    name: name?.value ?? null,
    settings: settings?.value ?? null,
    delegate: delegate?.value ?? null,
  };
}

/** Behind the name of a class of extensions, or imported from one. */
function isStatic({ receiver }: Invocation, file: CSharpFile): boolean {
  if (receiver === null) return true;
  const last = textOf(receiver, file.text).split('.').at(-1) ?? '';
  return /Extensions$/.test(last.trim());
}

function receiverAmong(all: readonly Argument[]): Argument | null {
  return all.find(({ name }) => name !== null && receivers.includes(name)) ?? all[0] ?? null;
}
