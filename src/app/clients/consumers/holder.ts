import { declaratorsOf } from '../../../syntax/csharp/declaration.ts';
import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import {
  childInRole,
  childOfKind,
  closest,
  hasModifier,
  type SyntaxNode,
  textOf,
} from '../../../syntax/csharp/node.ts';
import { destinationOf } from './destination.ts';
import { plainName } from './identifiers.ts';
import type { Role } from './role.ts';
import { obstacleAt, type TokenObstacle } from './token-obstacle.ts';

/** A parameter, local, field or property that holds a client. */
export interface Holder {
  readonly name: string;
  /** The `parameter`, `variable_declarator` or `property_declaration`. */
  readonly declaration: SyntaxNode;
  /** Seen in all of its class; else only where it is in scope. */
  readonly isMember: boolean;
}

export type Held =
  | { readonly kind: 'holders'; readonly holders: readonly Holder[] }
  | { readonly kind: 'obstacle'; readonly obstacle: TokenObstacle };

/** What holds the client where its type is named so. */
export function heldBy(role: Role, written: SyntaxNode, file: CSharpFile): Held {
  const holders = (...declarations: readonly SyntaxNode[]): Held => ({
    kind: 'holders',
    holders: declarations.map((declaration) => holderOf(declaration, file)),
  });
  const obstacle = (use: TokenObstacle['use']): Held => ({
    kind: 'obstacle',
    obstacle: obstacleAt(use, written, file),
  });
  switch (role.kind) {
    case 'constructor':
    case 'injected':
      return holders(role.parameter);
    case 'variable':
      return isVisible(role.declaration.parent, file)
        ? obstacle('visible')
        : holders(...declaratorsOf(role.declaration));
    case 'property':
      return isVisible(role.declaration, file) || !isPlain(role.declaration)
        ? obstacle('visible')
        : holders(role.declaration);
    case 'resolved': {
      const destination = destinationOf(role.call, file.text);
      const local =
        destination.kind === 'stored' && destination.target.kind === 'variable_declarator' ? [destination.target] : [];
      return holders(...local);
    }
    case 'named':
      return holders();
    case 'passed':
      return obstacle('passed-on');
    default:
      return obstacle('type-used');
  }
}

function holderOf(declaration: SyntaxNode, file: CSharpFile): Holder {
  const name = childInRole(declaration, 'name');
  const owner =
    declaration.kind === 'parameter' ? declaration.parent?.parent : closest(declaration, 'field_declaration');
  const isPrimary = owner?.kind === 'class_declaration' || owner?.kind === 'struct_declaration';
  const isMember = declaration.kind === 'property_declaration' || owner?.kind === 'field_declaration' || isPrimary;
  return { name: name ? plainName(textOf(name, file.text)) : '', declaration, isMember };
}

/** Whether code outside the class can use it: also what an interface asks for, where nothing says so. */
function isVisible(declaration: SyntaxNode | null, { text }: CSharpFile): boolean {
  if (declaration === null || childOfKind(declaration, 'explicit_interface_specifier')) return true;
  const isOfInterface = closest(declaration, ...typeKinds)?.kind === 'interface_declaration';
  const modifiers = ['public', 'internal', 'protected'];
  return isOfInterface || modifiers.some((modifier) => hasModifier(declaration, text, modifier));
}

/** Without accessors that do something. */
function isPlain(property: SyntaxNode): boolean {
  const accessors = childInRole(property, 'accessors');
  return accessors === null || accessors.children.every((accessor) => childInRole(accessor, 'body') === null);
}
