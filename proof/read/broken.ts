import type { CSharpFile } from '../../src/syntax/csharp/file.ts';
import { readInvocation } from '../../src/syntax/csharp/invocation.ts';
import { descendantsOfKind } from '../../src/syntax/csharp/node.ts';
import { removeCall } from '../../src/syntax/csharp/operations/remove-call.ts';
import type { Compared, Difference } from './difference.ts';
import { silent } from './edits.ts';
import type { SyntaxFacts } from './facts.ts';
import { area } from './view.ts';

/** In a block where Roslyn finds a syntax error nothing is edited, and no call is that Roslyn does not see. */
export function compareRefusals(file: CSharpFile, facts: SyntaxFacts): Compared {
  const sort = 'blocks with errors left alone';
  const differences: Difference[] = [];
  const known = new Map(facts.calls.map((call) => [call.at.join('-'), call]));
  const broken = new Set(facts.errors.map(({ block }) => block.join('-')));
  const [error] = facts.errors;
  const [deployed] = file.views;
  let count = 0;
  for (const node of deployed ? descendantsOfKind(deployed.root, 'invocation_expression') : []) {
    const call = readInvocation(node, file.text);
    if (call === null || node.parent?.kind !== 'expression_statement') continue;
    const at = area(call);
    const seen = known.get(at.join('-'));
    if (seen && !broken.has(seen.block.join('-'))) continue;
    count++;
    if (removeCall(file, { call, form: 'extension' }, silent).kind === 'refused') continue;
    const what = seen
      ? `edited beside ${error?.code} at ${error?.start}`
      : `edited, and no call to Roslyn: ${error?.code}`;
    differences.push({ sort, file: file.path, at, what });
  }
  return { sort, count, differences };
}
