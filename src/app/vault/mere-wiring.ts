import { localsBelow } from '../../syntax/csharp/declaration.ts';
import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import {
  childInRole,
  closest,
  descendants,
  descendantsOfKind,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import { calledFunctions, parametersOf } from '../startup/callable.ts';
import { idleVaultTypes } from './vault-surface.ts';

/** Calls that ask, say in the log what they do, or wire the vault itself. */
const wiringCalls =
  /^(AddAzureKeyVault(AsConfigProvider)?|Build|Bind|Get|GetSection|GetRequiredSection|GetValue|GetChildren|Exists|GetEnvironmentVariable|Is[A-Z]\w*|Equals|StartsWith|EndsWith|Contains|Trim|TrimEnd|ToString|ToLower(Invariant)?|nameof|From(Seconds|Minutes|Hours)|Log(Trace|Debug|Information|Warning|Error)|WriteLine)$/;

/** Whether a function or lambda does nothing but make Key Vault a source of configuration, as far as names tell. */
export function onlyWires(body: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const ends = [body, ...descendantsOfKind(body, ...endings)];
  return changesNothingElse(body, file, project, []) && ends.every((end) => handsOn(end, body, file.text));
}

/** Whatever it yields. */
function changesNothingElse(
  body: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
  within: readonly SyntaxNode[],
): boolean {
  const own = [body, ...within];
  const isIdle = (call: SyntaxNode) => wiresByCall(call, file, project, own);
  return [...descendants(body)].every((node) => isMere(node, body, file, isIdle));
}

function isMere(node: SyntaxNode, body: SyntaxNode, file: CSharpFile, isIdle: (call: SyntaxNode) => boolean): boolean {
  switch (node.kind) {
    case 'invocation_expression':
      return isIdle(node);
    case 'object_creation_expression':
      return isWiringType(childInRole(node, 'type'), file.text);
    case 'implicit_object_creation_expression':
      return isWiringType(declaredType(node), file.text);
    case 'assignment_expression':
      return isOfOwnLocal(node, body, file.text);
    case 'await_expression':
    case 'yield_statement':
    case 'goto_statement':
      return false;
    case 'prefix_unary_expression':
    case 'postfix_unary_expression':
      return !/^(\+\+|--)|(\+\+|--)$/.test(textOf(node, file.text));
    default:
      return true;
  }
}

function wiresByCall(
  node: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
  within: readonly SyntaxNode[],
): boolean {
  const invocation = readInvocation(node, file.text);
  if (invocation === null) return false;
  const called = calledFunctions(invocation, file, project);
  if (called.length > 0) {
    return called.every((one) => within.includes(one.body) || changesNothingElse(one.body, one.file, project, within));
  }
  return wiringCalls.test(invocation.name) || invocation.name === 'ConfigureAppConfiguration';
}

function isWiringType(type: SyntaxNode | null, text: string): boolean {
  const name = type === null ? '' : (textOf(type, text).split('.').at(-1) ?? '');
  return idleVaultTypes.includes(name) || name.endsWith('Exception');
}

/** Of `T x = new();` */
function declaredType({ parent }: SyntaxNode): SyntaxNode | null {
  const declaration = parent?.parent ?? null;
  return declaration?.kind === 'variable_declaration' ? childInRole(declaration, 'type') : null;
}

/** Also of what such a local holds, and of an object that is just being made. */
function isOfOwnLocal(assignment: SyntaxNode, body: SyntaxNode, text: string): boolean {
  if (closest(assignment, 'initializer_expression') !== null) return true;
  const target = childInRole(assignment, 'left');
  const start = target && /^[\w@]+/.exec(textOf(target, text))?.[0];
  if (start === '_') return true;
  return localsBelow(rootOf(body), text).some(
    ({ name, declarator }) => name === start && body.start <= declarator.start && declarator.end <= body.end,
  );
}

/** The function hands on what it got, or nothing; what functions within it yield is their affair. */
function handsOn(end: SyntaxNode, body: SyntaxNode, text: string): boolean {
  const owner = ownerOf(end);
  if (owner === null || owner !== ownerOf(body) || lambdaKinds.includes(owner.kind)) return true;
  const type = childInRole(owner, 'returns') ?? childInRole(owner, 'type');
  const value = endings.includes(end.kind) ? namedChildren(end)[0] : undefined;
  if (value === undefined || (type !== null && textOf(type, text) === 'void')) return true;
  const call = readInvocation(value, text);
  const handed = call?.name === 'AddAzureKeyVault' ? call.receiver : value;
  return handed !== null && parametersOf(owner, text)[0]?.name === textOf(handed, text);
}

const endings = ['return_statement', 'arrow_expression_clause'];

function ownerOf(body: SyntaxNode): SyntaxNode | null {
  return closest(body, ...functionKinds, ...lambdaKinds);
}

/** `x.GetSection("kvSetting").Bind(y)` as a statement: it only fills what the vault is wired with. */
export function fillsVaultSettings(statement: SyntaxNode, text: string): boolean {
  const [call] = statement.children;
  const invocation = call ? readInvocation(call, text) : null;
  return invocation?.name === 'Bind' && /"kvSetting"/i.test(textOf(statement, text));
}
