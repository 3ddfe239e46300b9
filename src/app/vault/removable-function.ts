import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import {
  childInRole,
  childOfKind,
  closest,
  contains,
  descendantsOfKind,
  hasModifier,
  textOf,
} from '../../syntax/csharp/node.ts';
import type { App } from '../app.ts';
import { type Callable, calledFunctions, nameOf } from '../startup/callable.ts';
import { referencesTo } from './function-references.ts';

/** What a base class or an interface asks for is named where it cannot be seen. */
export function isFree({ declaration, file: { text } }: Callable): boolean {
  if (declaration.kind === 'local_function_statement') return true;
  if (declaration.kind !== 'method_declaration' || nameOf(declaration, text) === 'Main') return false;
  if (childOfKind(declaration, 'explicit_interface_specifier')) return false;
  const has = (...modifiers: readonly string[]) => modifiers.some((one) => hasModifier(declaration, text, one));
  return (
    !has('override', 'virtual', 'abstract', 'partial') && (has('static') || !has('public', 'internal', 'protected'))
  );
}

/** A function that is not called on what it hands back got that as its first argument. */
export function formOf(
  { receiver }: Invocation,
  { text }: CSharpFile,
  { declaration, file }: Callable,
): 'extension' | 'static' {
  if (receiver === null) return 'static';
  const type = closest(declaration, 'class_declaration', 'struct_declaration', 'record_declaration');
  const name = type && childInRole(type, 'name');
  return name && textOf(receiver, text).split('.').at(-1) === textOf(name, file.text) ? 'static' : 'extension';
}

/** With the functions that only they call. */
export function withTheirOwn(
  functions: readonly Callable[],
  app: Pick<App, 'sources' | 'workspace'>,
): readonly Callable[] {
  const all = [...functions];
  const isIn = (file: CSharpFile, { node }: Invocation) =>
    all.some((one) => one.file === file && contains(one.declaration, node));
  for (const one of all) {
    const called = [...descendantsOfKind(one.body, 'invocation_expression')].flatMap((node) => {
      const invocation = readInvocation(node, one.file.text);
      return invocation ? calledFunctions(invocation, one.file, app.sources) : [];
    });
    for (const callee of called) {
      if (!isFree(callee) || all.some(({ declaration }) => declaration === callee.declaration)) continue;
      const references = referencesTo(callee, app);
      if (references.every((reference) => reference.kind === 'call' && isIn(reference.file, reference.invocation)))
        all.push(callee);
    }
  }
  return all;
}
