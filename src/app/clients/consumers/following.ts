import { initializerOf } from '../../../syntax/csharp/declaration.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, namedChildren, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import { assignedClient, destinationOf } from './destination.ts';
import { heldBy } from './holder.ts';
import { referencesTo } from './holder-references.ts';
import type { Mention } from './library-type.ts';
import type { Role } from './role.ts';
import { obstacleAt, type TokenObstacle } from './token-obstacle.ts';

/** All that is done with a client in one class, from the places where it gets hold of it. */
export interface FollowedClient {
  readonly calls: readonly SyntaxNode[];
  readonly obstacles: readonly TokenObstacle[];
}

export function followClient(
  mentions: readonly (Mention & { readonly role: Role })[],
  scope: SyntaxNode,
  file: CSharpFile,
): FollowedClient {
  const held = mentions.map(({ role, written }) => heldBy(role, written, file));
  const holders = held.flatMap((one) => (one.kind === 'holders' ? one.holders : []));
  const references = holders.flatMap((holder) => referencesTo(holder, scope, file)).map(whole);
  const resolved = mentions.flatMap(({ role }) => (role.kind === 'resolved' ? [role.call] : []));
  const isClient = (node: SyntaxNode | null) => node === null || references.includes(node) || resolved.includes(node);
  const isHolder = (node: SyntaxNode) =>
    references.includes(node) || holders.some(({ declaration }) => declaration === node);
  const calls: SyntaxNode[] = [];
  const obstacles = held.flatMap((one) => (one.kind === 'obstacle' ? [one.obstacle] : []));
  for (const { declaration } of holders) {
    const initial = initialValue(declaration);
    if (initial && !isClient(assignedClient(initial))) obstacles.push(obstacleAt('replaced', initial, file));
  }
  for (const node of new Set([...references, ...resolved])) {
    const destination = destinationOf(node, file.text);
    if (destination.kind === 'called') calls.push(destination.call);
    if (destination.kind === 'lost') obstacles.push(obstacleAt(destination.use, node, file));
    if (destination.kind === 'stored' && !isHolder(destination.target))
      obstacles.push(obstacleAt('passed-on', node, file));
    if (destination.kind === 'assigned' && !isClient(assignedClient(destination.value))) {
      obstacles.push(obstacleAt('replaced', destination.value, file));
    }
  }
  return { calls, obstacles: withoutRepeats(obstacles) };
}

/** With the `this.` before it. */
function whole(reference: SyntaxNode): SyntaxNode {
  const isMember = reference.field === 'name' && reference.parent?.kind === 'member_access_expression';
  return isMember ? (reference.parent ?? reference) : reference;
}

function initialValue(declaration: SyntaxNode): SyntaxNode | null {
  if (declaration.kind === 'variable_declarator') return initializerOf(declaration);
  const value = declaration.kind === 'property_declaration' ? childInRole(declaration, 'value') : null;
  return value?.kind === 'arrow_expression_clause' ? (namedChildren(value)[0] ?? null) : value;
}

function withoutRepeats(obstacles: readonly TokenObstacle[]): readonly TokenObstacle[] {
  return [...new Map(obstacles.map((obstacle) => [`${obstacle.use} ${obstacle.at.start}`, obstacle])).values()];
}
