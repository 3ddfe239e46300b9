import { comment, indented, joined, type Pen } from './pen.ts';
import type { Registration } from './registrations.ts';

/** The statement that makes the call; `members` are what it sets, `bound` is what its settings are read from. */
export function registeringCall(
  one: Registration,
  bound: string,
  members: readonly string[],
  pen: Pen,
): readonly string[] {
  const call = one.style === 'static' ? staticCall(one, bound, members, pen) : chainedCall(one, bound, members, pen);
  const chain = withLinks(call, one, pen);
  const end = [';', ...comment(pen, one, 'trailing', 'line')].join(' ');
  return joined(chain, [end]);
}

function startOf({ overload, number }: Registration): readonly string[] {
  return overload === 'handler' ? ['services', `.AddHttpClient("h${number}")`] : ['services'];
}

export function typesOf({ overload, number }: Registration): readonly string[] {
  if (overload === 'typed') return [`C${number}`];
  return overload === 'interface' ? [`I${number}`, `C${number}`] : [];
}

function methodOf(one: Registration): string {
  const name = one.overload === 'handler' ? 'AddMaskinportenHttpMessageHandler' : 'AddMaskinportenHttpClient';
  return `${name}<${['SettingsJwkClientDefinition', ...typesOf(one)].join(', ')}>`;
}

function staticCall(one: Registration, bound: string, members: readonly string[], pen: Pen): readonly string[] {
  const type = one.overload === 'handler' ? 'HttpClientBuilderExtensions' : 'ServiceCollectionExtensions';
  const args = [[startOf(one).join('')], ...argumentsOf(one, bound, members, pen)];
  return joined([`${type}.${methodOf(one)}`], argumentList(one, args, pen));
}

function chainedCall(one: Registration, bound: string, members: readonly string[], pen: Pen): readonly string[] {
  const [services = '', ...more] = startOf(one);
  const link = joined(
    [`${one.style === 'conditional' ? '?.' : '.'}${methodOf(one)}`],
    argumentList(one, argumentsOf(one, bound, members, pen), pen),
  );
  if (one.layout.dotOnItsLine) return [services, ...indented(pen, [...more, ...link])];
  return joined([services + more.join('')], link);
}

function argumentList({ layout }: Registration, args: readonly (readonly string[])[], pen: Pen): readonly string[] {
  if (!layout.argumentsOnTheirs) return [`(${args.map((lines) => lines.join(' ')).join(', ')})`];
  const lines = args.flatMap((arg, index) => (index === args.length - 1 ? arg : joined(arg, [','])));
  return ['(', ...indented(pen, lines), ')'];
}

/** Each as lines. */
function argumentsOf(
  one: Registration,
  bound: string,
  members: readonly string[],
  pen: Pen,
): readonly (readonly string[])[] {
  const { overload, settings, number, style } = one;
  const isSection = settings !== 'object' && settings !== 'get';
  const all = {
    httpClientName: overload === 'handler' ? [`"k${number}"`] : overload === 'named' ? [`"n${number}"`] : [],
    [isSection ? 'config' : 'settings']: overload === 'handler' ? [] : [bound],
    configureClientDefinition: delegateOf(one, members, pen),
  };
  const given = Object.entries(all).filter(([, lines]) => lines.length > 0);
  const isByName = style === 'named' || style === 'reversed';
  const written = given.map(([name, lines]) => (isByName ? joined([`${name}: `], lines) : lines));
  const [first = [], ...others] = inOrder(written, style);
  const before = comment(pen, one, 'argument', 'inline').map((text) => `${text} `);
  return [joined([before.join('')], first), ...others];
}

function inOrder<T>(args: readonly T[], style: Registration['style']): readonly T[] {
  if (style === 'reversed') return [...args].reverse();
  return style === 'old-order' ? [...args.slice(0, 2).reverse(), ...args.slice(2)] : args;
}

const heads = {
  block: 'd =>',
  expression: 'd =>',
  alias: 'd =>',
  parenthesised: '(SettingsJwkClientDefinition d) =>',
  anonymous: 'delegate (SettingsJwkClientDefinition d)',
};

function delegateOf(one: Registration, members: readonly string[], pen: Pen): readonly string[] {
  const { says, layout } = one;
  if (says === 'statements' || says === 'file') return [];
  const sets = members.map((member) => `${says === 'alias' ? 's' : 'd.ClientSettings'}.${member}`);
  if (says === 'expression') return [`${heads[says]} ${sets.join('')}`];
  const statements = [...(says === 'alias' ? ['var s = d.ClientSettings'] : []), ...sets].map((set) => `${set};`);
  const all = [...comment(pen, one, 'delegate', layout.argumentsOnTheirs ? 'line' : 'inline'), ...statements];
  return layout.argumentsOnTheirs
    ? [heads[says], '{', ...indented(pen, all), '}']
    : [`${heads[says]} { ${all.join(' ')} }`];
}

function withLinks(call: readonly string[], one: Registration, pen: Pen): readonly string[] {
  const { number, follows, typedClient } = one;
  const typed = typedClient ? [`.AddTypedClient<I${number}, C${number}>()`] : [];
  const policy = follows === 'nothing' ? [] : [policyOf(one)];
  if (follows !== 'below') return joined(call, [[...typed, ...policy].join('')]);
  return [...call, ...indented(pen, [...typed, ...comment(pen, one, 'link', 'line'), ...policy])];
}

/** A link of the chain that has to stay. */
export function policyOf({ number }: Registration): string {
  return `.AddPolicyHandler(p${number})`;
}
