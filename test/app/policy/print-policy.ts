import type { AbstractPolicy } from './abstract-policy.ts';
import type { Layout } from './layout.ts';
import { type Element, policyElement } from './policy-elements.ts';

/** The text of a file that says this. */
export function printPolicy(policy: AbstractPolicy, layout: Layout): string {
  const pick = picker(layout.picks);
  const newline = () => {
    if (layout.style === 'minified') return '';
    return layout.lineEnd === 'mixed' ? (pick(2) === 0 ? '\n' : '\r\n') : layout.lineEnd;
  };
  const lineBreak = (depth: number) => {
    const end = newline();
    return end === '' ? '' : `${end}${layout.unit.repeat(depth)}`;
  };

  const startTag = ({ name, attributes }: Element, depth: number): string => {
    const ordered = pick(3) === 2 ? [...attributes].reverse() : attributes;
    const written = ordered.map(([key, value]) => `${key}=${layout.quote}${value}${layout.quote}`);
    const isBroken = layout.style === 'attribute a line' && written.length > 1;
    const parts = written.map((one) => (isBroken ? `${lineBreak(depth + 1)}${one}` : ` ${one}`));
    return `${layout.prefix}${name}${parts.join('')}`;
  };

  const print = (node: Element, depth: number): string => {
    const start = startTag(node, depth);
    const name = `${layout.prefix}${node.name}`;
    if (node.content.length === 0) return [`<${start}/>`, `<${start} />`, `<${start}></${name}>`][pick(3)] ?? '';
    const endTag = pick(6) === 5 ? `</${name}${lineBreak(depth)}>` : `</${name}>`;
    if (typeof node.content === 'string') return `<${start}>${value(node.content)}${endTag}`;
    const children = node.content.map(
      (child) => `${comment(depth + 1)}${lineBreak(depth + 1)}${print(child, depth + 1)}`,
    );
    return `<${start}>${children.join('')}${comment(depth + 1)}${lineBreak(depth)}${endTag}`;
  };

  const comment = (depth: number): string => {
    const text = layout.comments === 'none' ? undefined : commentsLikeElements[pick(12)];
    if (text === undefined) return '';
    const written = `<!-- ${text.replaceAll('x:', layout.prefix)} -->`;
    return pick(2) === 0 ? `${lineBreak(depth)}${written}` : ` ${written}`;
  };

  const value = (text: string): string => {
    const escaped = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('\n', newline() || '\n');
    if (layout.values === 'plain') return escaped;
    const [first = '', rest] = [text.slice(0, 1), escaped.slice(1)];
    const way = pick(8);
    if (way === 1) return `<![CDATA[${text}]]>`;
    if (!/\w/.test(first)) return escaped;
    if (way === 2) return `${first}<!-- ${text} -->${rest}`;
    return way === 3 ? `&#x${first.charCodeAt(0).toString(16)};${rest}` : escaped;
  };

  const declaration = layout.hasDeclaration
    ? `<?xml version=${layout.quote}1.0${layout.quote} encoding=${layout.quote}utf-8${layout.quote}?>${newline()}`
    : '';
  return `${declaration}${print(policyElement(policy, layout), 0)}${layout.endsWithNewline ? newline() : ''}`;
}

const commentsLikeElements = [
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  undefined,
  '<x:Rule RuleId="urn:altinn:example:ruleid:99" Effect="Deny"/>',
  '</x:Policy>',
  '<x:ObligationExpressions>',
  '<x:AnyOf><x:AllOf>',
  'tjenesteeier, se rutinen',
];

function picker(picks: readonly number[]): (choices: number) => number {
  let next = 0;
  return (choices) => {
    const picked = picks[next % picks.length] ?? 0;
    next++;
    return picked % choices;
  };
}
