import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { Mention } from './library-type.ts';

/** What the name of a client's type does where it stands. */
export type Role =
  /** The type of what a constructor takes: an injection. */
  | { readonly kind: 'constructor'; readonly parameter: SyntaxNode }
  /** Of what the framework passes to a method or a lambda. */
  | { readonly kind: 'injected'; readonly parameter: SyntaxNode }
  /** `GetRequiredService<T>()` */
  | { readonly kind: 'resolved'; readonly call: SyntaxNode }
  /** The type of a field or local. */
  | { readonly kind: 'variable'; readonly declaration: SyntaxNode }
  | { readonly kind: 'property'; readonly declaration: SyntaxNode }
  | { readonly kind: 'base' }
  /** `AddTransient<T, Implementation>()` */
  | { readonly kind: 'registered'; readonly call: SyntaxNode }
  | { readonly kind: 'named' }
  /** Handed to a method by other code of the app. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'other' };

export function roleOf({ written, file: { text } }: Mention): Role {
  const type = written.parent?.kind === 'nullable_type' ? written.parent : written;
  const { parent } = type;
  switch (parent?.kind) {
    case 'parameter':
      return roleOfParameter(parent, text);
    case 'variable_declaration':
      return { kind: 'variable', declaration: parent };
    case 'property_declaration':
      return { kind: 'property', declaration: parent };
    case 'base_list':
      return { kind: 'base' };
    case 'type_argument_list':
      return roleOfArgument(parent, type, text);
    case 'argument':
      return isNameof(parent, text) ? { kind: 'named' } : other;
    default:
      return other;
  }
}

const other: Role = { kind: 'other' };

function roleOfParameter(parameter: SyntaxNode, text: string): Role {
  const owner = parameter.parent?.parent;
  // Nobody but the app registers anything under a key.
  if (hasAttribute(parameter, /\bFromKeyedServices\b/, text)) return other;
  switch (owner?.kind) {
    case 'constructor_declaration':
    case 'class_declaration':
    case 'struct_declaration':
      return { kind: 'constructor', parameter };
    case 'lambda_expression':
      return isEndpoint(owner, text) || isFromServices(parameter, text)
        ? { kind: 'injected', parameter }
        : { kind: 'passed' };
    case 'method_declaration':
      return isFromServices(parameter, text) || isMiddleware(owner, text)
        ? { kind: 'injected', parameter }
        : { kind: 'passed' };
    case 'local_function_statement':
      return isFromServices(parameter, text) ? { kind: 'injected', parameter } : { kind: 'passed' };
    default:
      return other;
  }
}

function isFromServices(parameter: SyntaxNode, text: string): boolean {
  return hasAttribute(parameter, /\bFromServices\b/, text);
}

function hasAttribute(parameter: SyntaxNode, name: RegExp, text: string): boolean {
  return parameter.children.some(
    ({ kind, start, end }) => kind === 'attribute_list' && name.test(text.slice(start, end)),
  );
}

/** `app.MapGet("/path", (IClient client) => …)` */
function isEndpoint(lambda: SyntaxNode, text: string): boolean {
  const call = lambda.parent?.kind === 'argument' ? closest(lambda.parent, 'invocation_expression') : null;
  return call !== null && /^Map(Get|Post|Put|Delete|Patch|Methods)?$/.test(readInvocation(call, text)?.name ?? '');
}

/** `InvokeAsync(HttpContext context, IClient client)` */
function isMiddleware(method: SyntaxNode, text: string): boolean {
  return /\bInvoke(Async)?\s*\(\s*HttpContext\b/.test(textOf(method, text).split('{')[0] ?? '');
}

const resolving = ['GetRequiredService', 'GetService'];

function roleOfArgument(list: SyntaxNode, type: SyntaxNode, text: string): Role {
  const call = callOfName(list);
  const invocation = call && readInvocation(call, text);
  if (!call || !invocation?.typeArguments.includes(type)) return other;
  if (resolving.includes(invocation.name)) return { kind: 'resolved', call };
  return /^(Try)?Add(Keyed)?\w*$|^Replace$/.test(invocation.name) ? { kind: 'registered', call } : other;
}

/** The call that the name with these type arguments is called by. */
export function callOfName(list: SyntaxNode): SyntaxNode | null {
  const name = list.parent;
  const callee =
    name?.parent?.kind === 'member_access_expression' || name?.parent?.kind === 'member_binding_expression'
      ? name.parent
      : name;
  const outer = callee?.parent?.kind === 'conditional_access_expression' ? callee.parent : callee;
  return outer?.parent?.kind === 'invocation_expression' && outer.field === 'function' ? outer.parent : null;
}

function isNameof(argument: SyntaxNode, text: string): boolean {
  const call = closest(argument, 'invocation_expression');
  return call !== null && readInvocation(call, text)?.name === 'nameof';
}
