import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { lambdaKinds, typeKinds } from '../../syntax/csharp/enclosing.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, closest, hasModifier, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import {
  type CSharpProject,
  extensionDeclaration,
  functionDeclaration,
  rootOf,
  typesNamed,
} from '../../syntax/csharp/project.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';

/** A function of the app's own that a call may mean. */
export interface Callable {
  readonly file: CSharpFile;
  readonly declaration: SyntaxNode;
  readonly body: SyntaxNode;
}

/** The app's functions that the call may mean; empty when the name is a library's. */
export function findCallables(invocation: Invocation, file: CSharpFile, project: CSharpProject): readonly Callable[] {
  return project
    .filesMentioning(invocation.name, functionDeclaration(invocation.name))
    .flatMap((candidate) => declarationsNamed(invocation.name, candidate))
    .filter((callable) => takes(callable, invocation, file) && !isRuledOut(callable, invocation, file, project))
    .filter((callable) => !hasOtherTypes(callable, invocation, file, project));
}

/**
 * A text is passed where the function wants something else, or a lambda where it wants no delegate: so the call means an
 * overload that the app does not declare. An own function of the library's name often hands a text on to the library.
 */
function hasOtherTypes(
  { declaration, file: declaring }: Callable,
  { receiver, arguments: given }: Invocation,
  file: CSharpFile,
  project: CSharpProject,
): boolean {
  const parameters = parametersOf(declaration, declaring.text);
  const isShifted = parameters[0]?.isThis === true && receiver !== null && given.length < parameters.length;
  return given.some(({ name, value }, index) => {
    const named = parameters.find((parameter) => parameter.name === name);
    const type = (named ?? parameters[isShifted ? index + 1 : index])?.type ?? null;
    if (type === null || takesAnything(type)) return false;
    if (lambdaKinds.includes(value.kind)) return !/^(Action|Func|Expression|Predicate|Delegate)\b|Delegate$/.test(type);
    return !/^(string|String|System\.String)$/.test(type) && evaluateString(value, file, project).kind === 'known';
  });
}

function takesAnything(type: string): boolean {
  return /^(object|dynamic|T|T[A-Z]\w*)$/.test(type);
}

function isRuledOut(
  { declaration, file: declaring }: Callable,
  { receiver }: Invocation,
  file: CSharpFile,
  project: CSharpProject,
): boolean {
  if (declaration.kind === 'local_function_statement') return receiver !== null || declaring !== file;
  if (receiver === null || parametersOf(declaration, declaring.text)[0]?.isThis === true) return false;
  if (hasModifier(declaration, declaring.text, 'static')) {
    return typeNameAround(declaration, declaring.text) !== lastName(receiver, file.text);
  }
  return isOfLibraryType(receiver, file, project);
}

/**
 * What starts from a parameter or local of a type that the app does not declare, or from such a type itself, and goes on
 * through nothing of the app's own.
 */
function isOfLibraryType(receiver: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const links = linksOf(receiver);
  const start = links.at(-1) ?? receiver;
  const called = links.flatMap((link) => readInvocation(link, file.text)?.name ?? []);
  if (called.some((name) => isDeclared(name, project))) return false;
  if (start.kind !== 'identifier' && start.kind !== 'object_creation_expression') return false;
  const type = typeOfReceiver(start, file.text);
  if (type !== null) return typesNamed(project, type).length === 0;
  const name = textOf(start, file.text);
  const binding = bindingInScope(name, start, rootOf(start), file.text);
  if (binding === null) return /^[A-Z]\w*$/.test(name) && start !== receiver && typesNamed(project, name).length === 0;
  const initializer = binding.kind === 'local' ? initializerOf(binding.declarator) : null;
  return initializer !== null && initializer.end <= start.start && isOfLibraryType(initializer, file, project);
}

/** A chain from its end to what it starts from. */
function linksOf(expression: SyntaxNode): readonly SyntaxNode[] {
  const kinds = ['member_access_expression', 'conditional_access_expression', 'invocation_expression'];
  const links = [expression];
  for (let link = expression; kinds.includes(link.kind); ) {
    const inner = ['expression', 'condition', 'function'].map((role) => childInRole(link, role)).find((node) => node);
    if (!inner) return links;
    links.push(inner);
    link = inner;
  }
  return links;
}

function isDeclared(name: string, project: CSharpProject): boolean {
  return project
    .filesMentioning(name, functionDeclaration(name))
    .some((candidate) => declarationsNamed(name, candidate).length > 0);
}

/**
 * Those of them that the call runs for certain, as far as names tell: a local function, a method of the same type, an
 * extension method, a static one behind its type's name, or one of the type that the receiver was made or declared as.
 */
export function calledFunctions(invocation: Invocation, file: CSharpFile, project: CSharpProject): readonly Callable[] {
  const files = [file, ...filesOfTypes(invocation, file, project), ...filesOfExtensions(invocation, project)];
  return [...new Set(files)]
    .flatMap((candidate) => declarationsNamed(invocation.name, candidate))
    .filter((callable) => takes(callable, invocation, file) && isMeant(callable, invocation, file));
}

/** Where the types are declared that the call may belong to: few files, where the function's name may stand in most. */
function filesOfTypes({ receiver, node }: Invocation, file: CSharpFile, project: CSharpProject): readonly CSharpFile[] {
  const imported = usingsOf(file)
    .filter(({ kind }) => kind === 'static')
    .map(({ target }) => target.split('.').at(-1) ?? null);
  const isOwn = receiver === null || receiver.kind === 'this' || receiver.kind === 'base';
  const names = isOwn
    ? [typeNameAround(node, file.text), ...imported]
    : [typeOfReceiver(receiver, file.text), lastName(receiver, file.text)];
  return names
    .flatMap((name) => (name !== null && /^[A-Z_]\w*$/.test(name) ? typesNamed(project, name) : []))
    .map((type) => type.file);
}

function filesOfExtensions({ receiver, name }: Invocation, project: CSharpProject): readonly CSharpFile[] {
  return receiver === null ? [] : project.filesMentioning(name, extensionDeclaration(name));
}

function isMeant(
  { declaration, file: declaring }: Callable,
  { receiver, node }: Invocation,
  file: CSharpFile,
): boolean {
  if (declaration.kind === 'local_function_statement') return receiver === null && declaring === file;
  const type = typeNameAround(declaration, declaring.text);
  const own = typeNameAround(node, file.text);
  if (receiver === null)
    return own === null ? importsStatically(file, type) : type === own || importsStatically(file, type);
  if (receiver.kind === 'this' || receiver.kind === 'base') return type === own;
  const [first] = parametersOf(declaration, declaring.text);
  if (first?.isThis === true) return true;
  if (hasModifier(declaration, declaring.text, 'static')) return type === lastName(receiver, file.text);
  return type !== null && type === typeOfReceiver(receiver, file.text);
}

function typeNameAround(node: SyntaxNode, text: string): string | null {
  const type = closest(node, ...typeKinds);
  return type && nameOf(type, text);
}

function importsStatically(file: CSharpFile, type: string | null): boolean {
  return usingsOf(file).some(({ kind, target }) => kind === 'static' && target.split('.').at(-1) === type);
}

function lastName(node: SyntaxNode, text: string): string {
  return textOf(node, text).split('.').at(-1)?.trim() ?? '';
}

/** The simple name of the type that `new T()` makes, also through a local, or that a parameter is declared as. */
function typeOfReceiver(receiver: SyntaxNode, text: string): string | null {
  if (receiver.kind === 'object_creation_expression') return typeIn(receiver, text);
  if (receiver.kind !== 'identifier') return null;
  const binding = bindingInScope(textOf(receiver, text), receiver, rootOf(receiver), text);
  if (binding?.kind === 'parameter') return typeIn(binding.node, text);
  if (binding?.kind !== 'local') return null;
  const declared = binding.declarator.parent && childInRole(binding.declarator.parent, 'type');
  if (declared && declared.kind !== 'implicit_type') return lastName(declared, text);
  const initializer = initializerOf(binding.declarator);
  return initializer?.kind === 'object_creation_expression' ? typeIn(initializer, text) : null;
}

function typeIn(node: SyntaxNode, text: string): string | null {
  const type = childInRole(node, 'type');
  return type && lastName(type, text);
}

/** Those that a bare name, passed without a call, may stand for: of the same type. */
export function functionsNamed(name: string, place: SyntaxNode, file: CSharpFile): readonly Callable[] {
  const own = typeNameAround(place, file.text);
  return declarationsNamed(name, file).filter(({ declaration }) => typeNameAround(declaration, file.text) === own);
}

/** Each call that is followed asks for a name. */
const byName = new WeakMap<CSharpFile, ReadonlyMap<string, readonly Callable[]>>();

function declarationsNamed(name: string, file: CSharpFile): readonly Callable[] {
  const known = byName.get(file) ?? declarationsByName(file);
  byName.set(file, known);
  return known.get(name) ?? [];
}

function declarationsByName(file: CSharpFile): ReadonlyMap<string, readonly Callable[]> {
  const found = new Map<string, Callable[]>();
  for (const declaration of nodesOfKind(file, 'method_declaration', 'local_function_statement')) {
    const body = bodyOf(declaration);
    if (body === null) continue;
    const name = nameOf(declaration, file.text);
    found.set(name, [...(found.get(name) ?? []), { file, declaration, body }]);
  }
  return found;
}

export function bodyOf(declaration: SyntaxNode): SyntaxNode | null {
  return childInRole(declaration, 'body') ?? childOfKind(declaration, 'arrow_expression_clause');
}

export function nameOf(declaration: SyntaxNode, text: string): string {
  const name = childInRole(declaration, 'name');
  return name ? textOf(name, text) : '';
}

export interface Parameter {
  readonly name: string;
  /** As written, without the `?` of one that may be null; null where it stands elsewhere. */
  readonly type: string | null;
  readonly optional: boolean;
  readonly isThis: boolean;
  readonly isParams: boolean;
}

export function parametersOf(declaration: SyntaxNode, text: string): readonly Parameter[] {
  const list = childInRole(declaration, 'parameters') ?? childOfKind(declaration, 'parameter_list');
  if (list === null) return [];
  const parameters = list.children
    .filter((child) => child.kind === 'parameter')
    .map((parameter) => ({
      name: nameOf(parameter, text),
      type: typeText(parameter, text),
      optional: parameter.children.some((child) => textOf(child, text) === '='),
      isThis: hasModifier(parameter, text, 'this'),
      isParams: false,
    }));
  // The grammar puts the parts of a `params` parameter straight into the list.
  const rest = childInRole(list, 'name');
  return rest
    ? [...parameters, { name: textOf(rest, text), type: null, optional: true, isThis: false, isParams: true }]
    : parameters;
}

function typeText(parameter: SyntaxNode, text: string): string | null {
  const type = childInRole(parameter, 'type');
  return type && textOf(type, text).replace(/\?$/, '');
}

function takes({ declaration, file: declaring }: Callable, invocation: Invocation, file: CSharpFile): boolean {
  const { receiver } = invocation;
  const parameters = parametersOf(declaration, declaring.text);
  // Behind the name of its type it is a static call.
  const isFilled =
    parameters[0]?.isThis === true &&
    receiver !== null &&
    typeNameAround(declaration, declaring.text) !== lastName(receiver, file.text);
  const expected = isFilled ? parameters.slice(1) : parameters;
  const given = invocation.arguments.length;
  return (
    given >= expected.filter((parameter) => !parameter.optional).length &&
    (given <= expected.length || expected.some((parameter) => parameter.isParams))
  );
}
