import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import { writesToBinding } from '../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { ancestors, childInRole, closest, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { rootOf } from '../../syntax/csharp/project.ts';
import type { ExecutedCall } from './execution.ts';
import { takerOf } from './whole.ts';

/** Whose sources a call is about: the app's, those of something beside it (`new ConfigurationBuilder()`), or nobody can tell. */
type ReceivingConfiguration = 'app' | 'beside' | 'unknown';

export function receivingConfiguration(call: ExecutedCall): ReceivingConfiguration {
  const { receiver } = call.invocation;
  const behind = receiver === null ? 'unknown' : configurationBehind(receiver, call.file);
  if (behind === 'parameter') return isGivenBuilder(call) ? 'beside' : 'app';
  return behind === 'services' ? 'beside' : behind;
}

type Behind = ReceivingConfiguration | 'services' | 'parameter';

/** Whether the function of the app's own that the call is in was given nothing but a builder beside the app's. */
function isGivenBuilder({ through }: ExecutedCall): boolean {
  const caller = through.at(-1);
  const { receiver = null, arguments: given = [] } = caller?.invocation ?? {};
  const behind = [...(receiver ? [receiver] : []), ...given.map(({ value }) => value)].map((one) =>
    caller ? configurationBehind(one, caller.file) : 'unknown',
  );
  return behind.includes('beside') && !behind.includes('app') && !behind.includes('parameter');
}

/** Nobody passes a builder from local to local this often. */
const mostLocals = 10;
/** Nor adds this many sources in one chain. */
const mostLinks = 50;

function configurationBehind(expression: SyntaxNode, file: CSharpFile, locals = 0): Behind {
  const start = startOfChain(expression, file);
  if (start === null) return 'unknown';
  const written = textOf(start, file.text);
  if (/(^|\.)\s*services$/i.test(written)) return 'services';
  if (start.kind === 'object_creation_expression')
    return isBuilder(childInRole(start, 'type'), file) ? 'beside' : 'unknown';
  if (start.kind === 'member_access_expression') return /\.\s*Configuration$/.test(written) ? 'app' : 'unknown';
  if (start.kind !== 'identifier' || locals > mostLocals) return 'unknown';
  const root = rootOf(start);
  const binding = bindingInScope(written, start, root, file.text);
  if (binding === null) return written === 'Configuration' ? 'app' : 'unknown';
  if (binding.kind === 'parameter') return parameterKind(binding.node, file);
  if (binding.kind !== 'local' || writesToBinding(binding, { node: start, root, file }).length > 0) return 'unknown';
  const initializer = initializerOf(binding.declarator);
  if (initializer === null) return 'unknown';
  if (initializer.kind === 'implicit_object_creation_expression') {
    const declaration = closest(binding.declarator, 'variable_declaration');
    return isBuilder(declaration && childInRole(declaration, 'type'), file) ? 'beside' : 'unknown';
  }
  return configurationBehind(initializer, file, locals + 1);
}

/** `config` of `config.AddJsonFile("a.json").AddJsonFile("b.json")`, and of `config.Sources`. */
function startOfChain(expression: SyntaxNode, file: CSharpFile): SyntaxNode | null {
  let link = expression;
  for (let links = 0; links < mostLinks; links++) {
    const inner = linkBefore(link, file);
    if (inner === null) return link;
    link = inner;
  }
  return null;
}

function linkBefore(link: SyntaxNode, file: CSharpFile): SyntaxNode | null {
  if (link.kind === 'parenthesized_expression') return namedChildren(link)[0] ?? null;
  if (link.kind === 'invocation_expression') return readInvocation(link, file.text)?.receiver ?? null;
  const name = link.kind === 'member_access_expression' ? childInRole(link, 'name') : null;
  return name !== null && textOf(name, file.text) === 'Sources' ? childInRole(link, 'expression') : null;
}

function isBuilder(type: SyntaxNode | null, file: CSharpFile): boolean {
  return type !== null && /(^|\.)Configuration(Builder|Manager)$/.test(textOf(type, file.text));
}

/** By its type, or as what the lambda of `ConfigureAppConfiguration` gets. */
function parameterKind(parameter: SyntaxNode, file: CSharpFile): Behind {
  const lambda = [...ancestors(parameter)].find(
    ({ kind }) => lambdaKinds.includes(kind) || functionKinds.includes(kind),
  );
  const taker = lambda && lambdaKinds.includes(lambda.kind) ? takerOf(lambda) : null;
  const isHosts = taker !== null && readInvocation(taker, file.text)?.name === 'ConfigureAppConfiguration';
  const type = childInRole(parameter, 'type');
  if (type === null) return isHosts ? 'app' : 'unknown';
  if (!/(^|\.)I?Configuration(Builder|Manager)\??$/.test(textOf(type, file.text))) return 'unknown';
  return isHosts ? 'app' : 'parameter';
}
