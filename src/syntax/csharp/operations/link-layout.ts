import { indentationAt, lineAt, lineEndAt } from '../../../files/lines.ts';
import type { Range } from '../../../location.ts';
import type { Invocation } from '../invocation.ts';
import { ancestors } from '../node.ts';
import { unitOf } from './indentation.ts';

/** One call of a chain, each part as it is to be written. */
export interface Link {
  readonly name: string;
  readonly typeArguments: readonly string[];
  readonly arguments: readonly string[];
}

/** How a chain is laid out where links are put into it. */
export interface Layout {
  /** Whether the dot before the new text begins its line. */
  readonly beginsLine: boolean;
  /** Whether links stand on lines of their own. */
  readonly ownLine: boolean;
  /** Of a link on a line of its own. */
  readonly indentation: string;
  /** One level. */
  readonly unit: string;
  readonly lineEnd: string;
  /** How wide the line is before the new text, and behind it. */
  readonly before: number;
  readonly behind: number;
  /** How wide the line may get: no wider than it was, where it was wider than usual. */
  readonly limit: number;
}

/** What the formatter of the app templates allows. */
const widest = 120;
const tabWidth = 4;

/** `range` is what is replaced. */
export function layoutAt(text: string, invocation: Invocation, { start, end: through }: Range): Layout {
  const line = lineAt(text, start);
  const prefix = text.slice(line.start, start);
  const lineEnd = lineEndAt(text, start);
  const unit = unitOf(text);
  const own = indentationAt(text, start);
  const behind = restOfLine(text, through);
  const isOneLine = through <= line.end;
  const limit = Math.max(widest, isOneLine ? widthOf(text.slice(line.start, line.end)) : 0);
  const after = { unit, lineEnd, before: widthOf(prefix), behind: widthOf(behind), limit };
  if (/^\s*\??\.\s*$/.test(prefix)) return { ...after, beginsLine: true, ownLine: true, indentation: own };
  const following = followingLink(text, invocation, through);
  if (following !== null) return { ...after, beginsLine: false, ownLine: true, indentation: following };
  return { ...after, beginsLine: false, ownLine: false, indentation: beginsChain(text, invocation) ? own : own + unit };
}

/** `services` on the line above: the call's own line is a continuation already. */
function beginsChain(text: string, { receiver, nameNode }: Invocation): boolean {
  return receiver !== null && lineAt(text, receiver.end).start !== lineAt(text, nameNode.start).start;
}

/** The indentation of the next link of the chain, when it begins its line. */
function followingLink(text: string, invocation: Invocation, through: number): string | null {
  for (const outer of ancestors(invocation.node)) {
    if (outer.end <= through) continue;
    if (outer.kind !== 'member_access_expression') return null;
    const gap = /^(\s|\/\/[^\r\n]*|\/\*.*?\*\/)*/s.exec(text.slice(through, outer.end))?.[0] ?? '';
    return /[\r\n]/.test(gap) && text[through + gap.length] === '.' ? indentationAt(text, through + gap.length) : null;
  }
  return null;
}

function restOfLine(text: string, offset: number): string {
  return text.slice(offset, lineAt(text, offset).end);
}

function widthOf(text: string): number {
  return text.replaceAll('\t', ' '.repeat(tabWidth)).length;
}

/** Whether a link may stay on the line of what it hangs on, or stands on one of its own anyhow. */
export function fitsBehind(receiver: string, link: Link, layout: Layout): boolean {
  return layout.beginsLine || isWithin(layout, receiver.length + flatLink(link).length);
}

function isWithin({ before, behind, limit }: Layout, width: number): boolean {
  return before + width + behind <= limit;
}

/** A link by itself, with its dot, on a line of its own below the comments; the first line is begun or still to begin. */
export function onlyLink(
  dot: '.' | '?.',
  link: Link,
  comments: readonly string[],
  layout: Layout,
  isBegun: boolean,
): string {
  const newLine = layout.lineEnd + layout.indentation;
  const written = [...comments, `${dot}${linkWithin(link, layout, layout.behind)}`].join(newLine);
  return isBegun ? written : newLine + written;
}

/** The links one after the other, the first without its dot; comments stand above the last. */
export function writeLinks(
  links: readonly Link[],
  comments: readonly string[],
  layout: Layout,
  before: number,
): string {
  const flat = links.map((link) => flatLink(link)).join('.');
  if (!layout.ownLine && comments.length === 0 && isWithin(layout, before + flat.length)) return flat;
  const newLine = layout.lineEnd + layout.indentation;
  return links
    .map((link, index) => {
      if (index === 0 && links.length > 1) return flatLink(link);
      const isLast = index === links.length - 1;
      const above = isLast ? comments.map((comment) => newLine + comment).join('') : '';
      const written = linkWithin(link, layout, isLast ? layout.behind : 0);
      return index === 0 ? written : `${above}${newLine}.${written}`;
    })
    .join('');
}

function flatLink({ name, typeArguments, arguments: args }: Link): string {
  const types = typeArguments.length === 0 ? '' : `<${typeArguments.join(', ')}>`;
  return `${name}${types}(${args.join(', ')})`;
}

/** Arguments that do not fit on the line get one each. */
function linkWithin(link: Link, { indentation, unit, lineEnd, limit }: Layout, behind: number): string {
  const flat = flatLink(link);
  if (link.arguments.length === 0 || widthOf(indentation) + 1 + flat.length + behind <= limit) return flat;
  const open = flatLink({ ...link, arguments: [] }).slice(0, -1);
  const args = link.arguments.map((argument) => lineEnd + indentation + unit + argument).join(',');
  return `${open}${args}${lineEnd}${indentation})`;
}
