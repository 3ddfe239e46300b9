import { type Enclosure, enclosures, functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { ancestors, childInRole, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { environmentOf, type LetsThrough } from './environment.ts';

/** What must hold for a call to run. */
export interface Condition {
  readonly text: string;
  readonly environment: LetsThrough;
}

/** Whether it does not run in a deployed app. */
export function isDevelopmentOnly({ conditions }: { readonly conditions: readonly Condition[] }): boolean {
  return conditions.some(({ environment }) => environment === 'development');
}

/**
 * What must hold, within a function's body, for a node of it to be reached: the `if`s and loops around it, and whatever
 * made the code before it go on instead of returning. Outermost first.
 */
export function conditionsOf(
  node: SyntaxNode,
  body: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
): readonly Condition[] {
  const around = new Map(enclosures(node, file.text).map((enclosure) => [enclosure.node, enclosure]));
  const conditions: Condition[] = [];
  const path = [node];
  for (const outer of ancestors(node)) {
    path.push(outer);
    if (outer === body) break;
  }
  for (const [index, outer] of [...path.entries()].reverse()) {
    const inner = path[index - 1];
    if (inner === undefined) continue;
    const enclosure = around.get(outer);
    if (enclosure) conditions.push(...conditionBy(enclosure, inner, file, project));
    for (const exit of exitsFrom(outer, file, project)) if (exit.end <= inner.start) conditions.push(exit.condition);
  }
  return conditions;
}

function conditionBy(
  enclosure: Enclosure,
  inner: SyntaxNode,
  file: CSharpFile,
  project: CSharpProject,
): readonly Condition[] {
  const { kind, node } = enclosure;
  if (kind === 'if') return [conditionWhen(node, enclosure.branch === 'then', file, project)];
  if (kind === 'conditional' && node.kind === 'conditional_expression') {
    return [conditionWhen(node, inner.field === 'consequence', file, project)];
  }
  if (kind === 'switch' || kind === 'loop' || kind === 'conditional') return [something(node, file)];
  if (kind === 'try' && enclosure.part === 'catch') return [{ text: 'catch', environment: null }];
  return [];
}

function conditionWhen(node: SyntaxNode, holds: boolean, file: CSharpFile, project: CSharpProject): Condition {
  const condition = childInRole(node, 'condition');
  if (condition === null) return something(node, file);
  const asked = textOf(condition, file.text).replace(/\s+/g, ' ');
  return { text: holds ? asked : `!(${asked})`, environment: environmentOf(condition, holds, file, project) };
}

function something(node: SyntaxNode, file: CSharpFile): Condition {
  return { text: (textOf(node, file.text).split(/[\r\n]/)[0] ?? '').trim(), environment: null };
}

interface Exit {
  readonly end: number;
  /** What holds where the code after the statement runs. */
  readonly condition: Condition;
}

const statementHolders = ['block', 'compilation_unit', 'switch_section'];
const known = new WeakMap<SyntaxNode, readonly Exit[]>();

/** The statements directly in a block after which the function may be over. */
function exitsFrom(holder: SyntaxNode, file: CSharpFile, project: CSharpProject): readonly Exit[] {
  if (!statementHolders.includes(holder.kind)) return [];
  const before = known.get(holder);
  if (before) return before;
  const exits = namedChildren(holder).flatMap((child) => {
    const statement = child.kind === 'global_statement' ? (namedChildren(child)[0] ?? child) : child;
    if (!mayReturn(statement)) return [];
    return [{ end: statement.end, condition: goingOnAfter(statement, file, project) }];
  });
  known.set(holder, exits);
  return exits;
}

function goingOnAfter(statement: SyntaxNode, file: CSharpFile, project: CSharpProject): Condition {
  const [then, otherwise] = [childInRole(statement, 'consequence'), childInRole(statement, 'alternative')];
  if (statement.kind !== 'if_statement' || then === null) return something(statement, file);
  if (returns(then) && !(otherwise && mayReturn(otherwise))) return conditionWhen(statement, false, file, project);
  if (otherwise && returns(otherwise) && !mayReturn(then)) return conditionWhen(statement, true, file, project);
  return something(statement, file);
}

/** Whether what follows certainly does not run. (Code after `throw` is no matter: the app does not start.) */
function returns(statement: SyntaxNode): boolean {
  if (statement.kind === 'block') return namedChildren(statement).some(returns);
  return statement.kind === 'return_statement';
}

function mayReturn(statement: SyntaxNode): boolean {
  const pending = [statement];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'return_statement' || node.kind === 'goto_statement') return true;
    if (!functionKinds.includes(node.kind) && !lambdaKinds.includes(node.kind)) pending.push(...namedChildren(node));
  }
  return false;
}
