import type { FileRange } from '../../../location.ts';
import { writesTo } from '../../../syntax/csharp/evaluate/writes.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, childOfKind, closest, contains, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../../syntax/csharp/project.ts';
import { type AskedScopes, askedScopes } from '../built-in/asked-scopes.ts';
import { membersInitialized } from '../external/settings-member.ts';
import { configKeyOf } from '../section-path.ts';
import { rangeOf } from './services-call.ts';

/** What code gives the `Scope` of settings that it makes itself. */
export interface MadeScope {
  readonly at: FileRange;
  readonly asked: AskedScopes;
  /** The section whose `Scope` it takes; null for anything else. */
  readonly section: string | null;
}

/** In `new MaskinportenSettings { … }` and for the local that holds it; the last one counts. */
export function scopeMade(
  written: SyntaxNode,
  local: string | null,
  file: CSharpFile,
  project: CSharpProject,
): MadeScope | null {
  const creation =
    closest(written, 'object_creation_expression') ??
    childWithInitializer(closest(written, 'variable_declaration') ?? written);
  const initializer = creation && childOfKind(creation, 'initializer_expression');
  const initial = initializer
    ? membersInitialized(initializer, file).flatMap(({ name, value }) => (name === 'Scope' ? [value] : []))
    : [];
  const values = [...initial, ...(local === null ? [] : valuesSet(local, written, file))];
  const value = values.at(-1);
  if (value === undefined) return null;
  const key = configKeyOf(value, file, project);
  return {
    at: rangeOf(value, file),
    asked: askedScopes({ node: value, root: rootOf(value), file }, project),
    section: key !== null && /:Scope$/i.test(key) ? key.slice(0, -':Scope'.length) : null,
  };
}

/** `MaskinportenSettings x = new() { … }` */
function childWithInitializer(declaration: SyntaxNode): SyntaxNode | null {
  const declarator = childOfKind(declaration, 'variable_declarator');
  return declarator && childOfKind(declarator, 'implicit_object_creation_expression');
}

/** `local.Scope = …` behind the place, in the same function. */
function valuesSet(local: string, written: SyntaxNode, file: CSharpFile): readonly SyntaxNode[] {
  const scope = closest(written, 'block') ?? rootOf(written);
  return writesTo('Scope', rootOf(written), file.text).flatMap(({ target, value }) => {
    const owner = childInRole(target, 'expression');
    const isIts = owner !== null && textOf(owner, file.text) === local && target.start > written.start;
    return isIts && value && contains(scope, target) ? [value] : [];
  });
}
