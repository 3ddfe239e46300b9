import { typeKinds } from '../../../../syntax/csharp/enclosing.ts';
import { identifierName } from '../../../../syntax/csharp/evaluate/bindings.ts';
import { at, type Place } from '../../../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../../../syntax/csharp/evaluate/scope.ts';
import { type Invocation, readInvocation } from '../../../../syntax/csharp/invocation.ts';
import { ancestors, childInRole, closest, type SyntaxNode, textOf } from '../../../../syntax/csharp/node.ts';
import { dottedName } from '../../../../syntax/csharp/using.ts';
import { usesOf } from './variable-uses.ts';

/** What a text is only part of. */
const passing = [
  'interpolation',
  'interpolated_string_expression',
  'parenthesized_expression',
  'binary_expression',
  'conditional_expression',
  'postfix_unary_expression',
  'cast_expression',
  'member_access_expression',
  'anonymous_object_creation_expression',
  'argument',
  'argument_list',
];
const textCalls =
  /^(?:Format|Concat|Join|Create|Invariant|ToString|Trim|Substring|Replace|PadLeft|PadRight|To(?:Lower|Upper)\w*)$/;
/** `Log`, `LogInformation`, an own `LogToken`; a `LogIn` is no log. */
const loggingCalls =
  /^(?:Log(?!In\b|On\b|Out\b|Off\b)(?:[A-Z]\w*)?|BeginScope|SetTag|AddTag|AddBaggage|TrackTrace|TrackEvent)$/;
/** What a log is called; no dialog of Dialogporten, and no catalog. */
const loggers = /(?:^|\.)(?:\w*(?:Log|(?<![dD]ia|[cC]ata)log)(?:ger)?|Console(?:\.(?:Out|Error))?|Debug|Trace)$/;

/** Whether a text is meant for people alone: a log, the message of an exception, `ToString()`. There a masked token is right. */
export function isOnlyShown(text: Place, seen: Set<SyntaxNode> = new Set()): boolean {
  const { file } = text;
  let inner = text.node;
  for (const outer of ancestors(inner)) {
    const call = readInvocation(outer, file.text);
    if (call && inner.kind === 'argument_list' && isLog(call, file.text)) return true;
    if (outer.kind === 'object_creation_expression') return isException(childInRole(outer, 'type'), file.text);
    if (outer.kind === 'constructor_initializer') return isInException(outer, file.text);
    if (outer.kind === 'variable_declarator') return isShownLocal(at(text, inner), outer, seen);
    if (outer.kind === 'return_statement' || outer.kind === 'arrow_expression_clause')
      return isInToString(outer, file.text);
    const isTextStill = call ? textCalls.test(call.name) : passing.includes(outer.kind);
    if (!isTextStill) return false;
    inner = outer;
  }
  return false;
}

export function isLog({ name, receiver }: Invocation, text: string): boolean {
  return loggingCalls.test(name) || (receiver !== null && loggers.test(dottedName(receiver, text)));
}

export function isException(type: SyntaxNode | null, text: string): boolean {
  return type !== null && textOf(type, text).endsWith('Exception');
}

function isInException(initializer: SyntaxNode, text: string): boolean {
  const type = closest(initializer, ...typeKinds);
  return isException(type && childInRole(type, 'name'), text);
}

function isInToString(statement: SyntaxNode, text: string): boolean {
  const method = closest(statement, 'method_declaration', 'local_function_statement', 'lambda_expression');
  const name = method && childInRole(method, 'name');
  return name !== null && textOf(name, text) === 'ToString';
}

/** A local that holds the text, where every use of it is to show it; one that was seen before is being looked at. */
function isShownLocal(initializer: Place, declarator: SyntaxNode, seen: Set<SyntaxNode>): boolean {
  if (seen.has(declarator)) return true;
  seen.add(declarator);
  const { root, file } = initializer;
  const name = childInRole(declarator, 'name');
  const binding = name && bindingInScope(identifierName(name, file.text), initializer.node, root, file.text);
  if (binding?.kind !== 'local') return false;
  const uses = usesOf(binding, initializer);
  return uses.length > 0 && uses.every((use) => isOnlyShown(use, seen));
}
