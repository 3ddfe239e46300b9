import type { Binding } from '../../../src/syntax/csharp/evaluate/bindings.ts';
import { identifierName } from '../../../src/syntax/csharp/evaluate/bindings.ts';
import { bindingInScope } from '../../../src/syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../../src/syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../src/syntax/csharp/file.ts';
import { childInRole, contains, nodeAt, type SyntaxNode } from '../../../src/syntax/csharp/node.ts';
import type { CSharpProject } from '../../../src/syntax/csharp/project.ts';
import { type Compared, compare, type Difference, type Saying } from '../difference.ts';
import type { Area, MeaningFacts, NameFact } from '../facts.ts';
import { spelled } from '../spelled.ts';
import { area, type OwnView } from '../view.ts';

/** Locals, parameters and range variables: which declaration a name means; that of a member, or of what is out of reach, must mean none of these. */
export function compareNames({ file, root }: OwnView, facts: MeaningFacts): Compared {
  const ours: Saying[] = [];
  const theirs: Saying[] = [];
  for (const fact of facts.names) {
    const node = nodeAt(root, { start: fact.at[0], end: fact.at[1] });
    if (node.kind !== 'identifier') continue;
    const binding = bindingInScope(identifierName(node, file.text), node, root, file.text);
    theirs.push({ at: fact.at, says: `${fact.sort} ${fact.declared}` });
    const agrees = isSame(binding, fact);
    ours.push({ at: fact.at, says: agrees ? `${fact.sort} ${fact.declared}` : described(binding) });
  }
  return compare('names', file.path, ours, theirs);
}

function isSame(binding: Binding | null, { sort, declared }: NameFact): boolean {
  if (sort === 'member' || sort === 'elsewhere') return binding === null;
  switch (binding?.kind) {
    case 'local':
      return sort === 'local' && childInRole(binding.declarator, 'name')?.start === declared;
    case 'parameter':
      return sort === 'parameter' && (declared === -1 || contains(binding.scope, { start: declared, end: declared }));
    case 'run-time':
      return sort !== 'parameter' && contains(binding.scope, { start: declared, end: declared });
    default:
      // Those of `class Name(…)` are looked up by another way.
      return sort === 'parameter';
  }
}

function described(binding: Binding | null): string {
  return binding === null ? 'no binding' : `${binding.kind} in ${binding.scope.kind} ${area(binding.scope)}`;
}

/** The meaning of one app with each of its sets of symbols, one file at a time. */
export function compareConstants(
  file: CSharpFile,
  project: CSharpProject,
  bySymbols: readonly MeaningFacts[],
): Compared {
  const places = new Map<string, { readonly at: Area; readonly values: (string | null)[] }>();
  for (const { constants } of bySymbols) {
    for (const { at, value } of constants) {
      const place = places.get(at.join('-')) ?? { at, values: [] };
      place.values.push(value);
      places.set(at.join('-'), place);
    }
  }
  const differences: Difference[] = [];
  for (const { at, values } of places.values()) {
    const what = constantDifference(file, project, at, values, bySymbols.length);
    if (what !== null) differences.push({ sort: 'constants', file: file.path, at, what });
  }
  return { sort: 'constants', count: places.size, differences };
}

function constantDifference(
  file: CSharpFile,
  project: CSharpProject,
  at: Area,
  values: readonly (string | null)[],
  programs: number,
): string | null {
  const node = expressionAt(file, at);
  if (node === null) return `no node of ours; Roslyn: ${values.join(' | ')}`;
  const ours = evaluateString(node, file, project);
  if (ours.kind === 'known') {
    const own = spelled(ours.value);
    return values.every((value) => value === own) ? null : `we: ${own}; Roslyn: ${values.join(' | ')}`;
  }
  const [first] = values;
  const isAgreed = values.length === programs && typeof first === 'string' && values.every((value) => value === first);
  return isAgreed ? `we: ${JSON.stringify(ours.reason)}; Roslyn: ${first}` : null;
}

function expressionAt(file: CSharpFile, [start, end]: Area): SyntaxNode | null {
  for (const { root } of file.views) {
    const node = nodeAt(root, { start, end });
    if (node.start === start && node.end === end) return node;
  }
  return null;
}
