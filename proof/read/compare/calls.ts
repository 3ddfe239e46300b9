import { chainAround } from '../../../src/syntax/csharp/chain.ts';
import { containerOf } from '../../../src/syntax/csharp/declaration.ts';
import { type Enclosure, enclosures, isTopLevel } from '../../../src/syntax/csharp/enclosing.ts';
import { isBrokenAround } from '../../../src/syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { childInRole, closest, descendantsOfKind } from '../../../src/syntax/csharp/node.ts';
import { listedStatement } from '../../../src/syntax/csharp/statement.ts';
import { type Compared, compare, type Saying } from '../difference.ts';
import type { CallFact, SyntaxFacts } from '../facts.ts';
import { area, type OwnView } from '../view.ts';

/** Where the parser lost its way only what could be edited counts, and that must be as Roslyn sees it. */
export function compareCalls(view: OwnView, facts: SyntaxFacts): readonly Compared[] {
  const { text, path } = view.file;
  const found = [...descendantsOfKind(view.root, 'invocation_expression')].flatMap((node) => {
    return readInvocation(node, text) ?? [];
  });
  const ours = view.root.broken ? found.filter(({ node }) => !isBrokenAround(node)) : found;
  const places = new Set(ours.map((call) => area(call).join('-')));
  const theirs = view.root.broken ? facts.calls.filter(({ at }) => places.has(at.join('-'))) : facts.calls;
  return aspects.map(({ sort, our, their }, index) => {
    const sayings = (calls: readonly Saying[]) => calls.filter(({ says }) => says !== 'nothing');
    return compare(
      sort,
      path,
      sayings(ours.map((call) => ({ at: area(call), says: our(call, text) }))),
      sayings(theirs.map((call) => ({ at: call.at, says: their(call) }))),
      index === 0 ? 'all' : 'shared',
    );
  });
}

interface Aspect {
  readonly sort: string;
  readonly our: (call: Invocation, text: string) => string;
  readonly their: (call: CallFact) => string;
}

const aspects: readonly Aspect[] = [
  {
    sort: 'calls',
    our: ({ name, nameNode }) => `${name} ${area(nameNode)}`,
    their: ({ name, nameAt }) => `${name} ${nameAt}`,
  },
  {
    sort: 'receivers',
    our: ({ receiver, nullConditional }) => `${receiver && area(receiver)}${nullConditional ? '?' : ''}`,
    their: ({ receiver, conditional }) => `${receiver}${conditional ? '?' : ''}`,
  },
  {
    sort: 'type arguments',
    our: ({ typeArguments }) => typeArguments.map(area).join(' '),
    their: ({ types }) => types.join(' '),
  },
  {
    sort: 'arguments',
    our: (call) => call.arguments.map((one) => `${area(one)} ${one.name} ${area(one.value)}`).join('; '),
    their: (call) => call.arguments.map(({ at, name, value }) => `${at} ${name} ${value}`).join('; '),
  },
  {
    sort: 'chains',
    our: ({ node }, text) => {
      const chain = chainAround(node, text);
      return `${chain?.start && area(chain.start)}: ${chain?.links.map(area).join(' ')}`;
    },
    their: ({ chainStart, chain }) => `${chainStart}: ${chain.join(' ')}`,
  },
  {
    sort: 'statements',
    our: ({ node }) => {
      const statement = listedStatement(node);
      return `${statement && area(statement)}`;
    },
    their: ({ statement }) => `${statement}`,
  },
  {
    sort: 'surroundings',
    our: ({ node }, text) => enclosures(node, text).map(written).join('; '),
    their: ({ around }) => around.join('; '),
  },
  {
    sort: 'conditions',
    our: ({ node }, text) => {
      const around = enclosures(node, text).flatMap((one) => (one.kind === 'if' ? [one.node] : []));
      return around.map((one) => `${area(childInRole(one, 'condition') ?? one)}`).join(' ');
    },
    their: ({ conditions }) => conditions.join(' '),
  },
  {
    sort: 'containers',
    our: ({ node }, text) => `${containerOf(node, text)}${isTopLevel(node) ? ' top level' : ''}`,
    their: ({ container, topLevel }) => `${container}${topLevel ? ' top level' : ''}`,
  },
];

function written(enclosure: Enclosure): string {
  const { kind, node } = enclosure;
  const place = `${kind} ${node.start} ${node.end}`;
  switch (enclosure.kind) {
    case 'switch': {
      const whole = closest(node, 'switch_statement') ?? node;
      return `${kind} ${whole.start} ${whole.end}`;
    }
    case 'if':
      return `${place} ${enclosure.branch}${enclosure.braces ? ' {}' : ''}`;
    case 'try':
      return `${place} ${enclosure.part}`;
    case 'function':
      return `${place} ${enclosure.name}${enclosure.local ? ' local' : ''}`;
    case 'type':
      return `${place} ${enclosure.name}`;
    default:
      return place;
  }
}
