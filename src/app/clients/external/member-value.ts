import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import type { UnknownReason } from '../../../syntax/csharp/evaluate/evaluation.ts';
import { writesToBinding } from '../../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { membersNamed, rootOf, typesNamed } from '../../../syntax/csharp/project.ts';
import type { NameSources } from './package-names.ts';
import type { SettingsMember } from './settings-member.ts';

type BooleanValue =
  | { readonly kind: 'known'; readonly value: boolean }
  | { readonly kind: 'unknown'; readonly expression: string; readonly because: UnknownReason };

/** Nothing or an empty text: as if the code had not said it. */
export function isUnset({ value, file }: SettingsMember, { project }: NameSources): boolean {
  if (value.kind === 'null_literal' || value.kind === 'default_expression') return true;
  const text = evaluateString(value, file, project);
  return text.kind === 'known' && text.value.trim() === '';
}

export function booleanOf({ value, file }: SettingsMember, sources: NameSources): BooleanValue {
  const known = evaluateBoolean(value, file, sources, 0);
  if (known !== null) return { kind: 'known', value: known };
  const expression = textOf(value, file.text).replace(/\s+/g, ' ');
  return { kind: 'unknown', expression, because: { code: 'computed', expression } };
}

const deepest = 10;

/** Literals, also through a local or a constant that is set once. */
function evaluateBoolean(node: SyntaxNode, file: CSharpFile, sources: NameSources, depth: number): boolean | null {
  if (depth > deepest) return null;
  const follow = (next: SyntaxNode | null | undefined, where = file) =>
    next ? evaluateBoolean(next, where, sources, depth + 1) : null;
  const { text } = file;
  switch (node.kind) {
    case 'boolean_literal':
      return textOf(node, text) === 'true';
    case 'null_literal':
      return false;
    case 'parenthesized_expression':
      return follow(namedChildren(node)[0]);
    case 'prefix_unary_expression': {
      const inner = textOf(node, text).startsWith('!') ? follow(namedChildren(node)[0]) : null;
      return inner === null ? null : !inner;
    }
    case 'identifier': {
      const binding = bindingInScope(textOf(node, text), node, rootOf(node), text);
      if (binding?.kind !== 'local' || writesToBinding(binding, { node, root: rootOf(node), file }).length > 0)
        return null;
      return follow(initializerOf(binding.declarator));
    }
    case 'member_access_expression': {
      const [owner, name] = [childInRole(node, 'expression'), childInRole(node, 'name')];
      const types = owner ? typesNamed(sources.project, textOf(owner, text).split('.').at(-1) ?? '') : [];
      const members = name ? membersNamed(types, textOf(name, text)) : [];
      const [only, ...others] = members.filter(({ declaration }) => declaration.kind === 'const');
      return only && others.length === 0 ? follow(only.declaration.initializer, only.type.file) : null;
    }
    default:
      return null;
  }
}
