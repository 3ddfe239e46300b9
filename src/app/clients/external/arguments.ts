import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { Argument, Invocation } from '../../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { isDelegate } from '../delegate.ts';
import { readKey } from './definition-key.ts';
import type { NameSources } from './package-names.ts';
import { readBinding } from './settings-binding.ts';

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
  sources: NameSources,
): RegistrationArguments {
  const receiver = isStatic(invocation, file) ? receiverAmong(invocation.arguments) : null;
  const own = invocation.arguments.filter(
    (argument) => argument !== receiver && argument.value.kind !== 'null_literal',
  );
  const delegate = own.find(
    ({ name, value }) => (name !== null && delegates.includes(name)) || isDelegate(value, file, sources.project),
  );
  const rest = own.filter((argument) => argument !== delegate);
  const name = hasName ? nameAmong(rest, file, sources) : null;
  // Whatever else is passed configures the definition, though it is not seen how.
  const [settings, other] = rest.filter((argument) => argument !== name);
  return {
    receiver: receiver?.value ?? null,
    name: name?.value ?? null,
    settings: settings?.value ?? null,
    delegate: (delegate ?? other)?.value ?? null,
  };
}

/** By its own name, by being a text, or by being no settings. */
function nameAmong(rest: readonly Argument[], file: CSharpFile, sources: NameSources): Argument | null {
  const isText = ({ value }: Argument) =>
    evaluateString(value, file, sources.project).kind === 'known' || readKey(value, file, sources).kind === 'known';
  const mayBeName = ({ name, value }: Argument) =>
    name === null && readBinding(value, file, sources).section.kind !== 'section';
  return (
    rest.find(({ name }) => name !== null && names.includes(name)) ??
    rest.find((argument) => argument.name === null && isText(argument)) ??
    rest.slice(0, 2).find(mayBeName) ??
    null
  );
}

/** Behind the name of a class of extensions, or imported from one. */
function isStatic({ receiver }: Invocation, file: CSharpFile): boolean {
  return receiver === null || /Extensions$/.test(textOf(receiver, file.text));
}

function receiverAmong(all: readonly Argument[]): Argument | null {
  return all.find(({ name }) => name !== null && receivers.includes(name)) ?? all[0] ?? null;
}
