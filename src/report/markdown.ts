import { onOneLine } from './display-width.ts';
import type { Block, Line, Page, Span, Task } from './page/page.ts';

/** As GitHub and Gitea read it; what comes out of a file stays text there. */
export function toMarkdown({ blocks }: Page, boxOf: BoxOf = plainBox): string {
  return `${blocks.map((block) => markdownOf(block, boxOf)).join('\n\n')}\n`;
}

/** The box of a task, and what stands hidden behind its line. */
export type BoxOf = (task: Task) => { readonly ticked: boolean; readonly mark: string };

const plainBox: BoxOf = ({ done }) => ({ ticked: done, mark: '' });

function markdownOf(block: Block, boxOf: BoxOf): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${spans(block.line)}`;
    case 'paragraph':
      return atStart(spans(block.line));
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${atStart(spans(item))}`)
        .join('\n');
    case 'tasks':
      return block.items.map((task) => taskOf(task, boxOf(task))).join('\n');
    case 'table':
      return [
        `${atStart(escaped(block.caption))}\n`,
        row(block.columns.map(escaped)),
        row(block.columns.map(() => '---')),
        ...block.rows.map((cells) => row(cells.map((cell) => spans(cell, true)))),
      ].join('\n');
  }
}

function taskOf({ line, copy }: Task, { ticked, mark }: ReturnType<BoxOf>): string {
  const item = `- [${ticked ? 'x' : ' '}] ${spans(line)}${mark}`;
  return [item, ...fenced(copy).map((one) => `  ${one}`)].join('\n');
}

/** Between more backticks than there are in it. */
function fenced(lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${fence}text`, ...lines.map(onOneLine), fence];
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function spans(line: Line, inTable = false): string {
  return line
    .map((span) => spanOf(span, inTable))
    .join('')
    .trim();
}

function spanOf({ look, text }: Span, inTable: boolean): string {
  switch (look) {
    case 'plain':
    case 'good':
      return escaped(text);
    case 'strong':
    case 'bad':
    case 'unsure':
      return `**${escaped(text).trim()}**`;
    case 'code':
      // A table is cut at its pipes before code is seen.
      return inTable && text.includes('|') ? escaped(text) : codeSpan(text);
  }
}

/** Between more backticks than there are in it. */
function codeSpan(text: string): string {
  const line = onOneLine(text);
  if (line.trim() === '') return '';
  const fence = '`'.repeat(longestRun(line) + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/**
 * Everything that means something in Markdown or HTML, and addresses, names of emoji and references to people, issues,
 * pull requests and commits: those are looked for after backslashes are gone, so only a character between keeps them apart.
 */
function escaped(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_[\]<>#|~$&]/g, '\\$&')
    .replace(/\\#(?=\d)/g, '\\#&#8203;')
    .replace(/!(?=\d)/g, '!&#8203;')
    .replace(/\b([A-Za-z]{1,10}-)(?=[1-9]\d*\b)/g, '$1&#8203;')
    .replace(/:(?=[a-z0-9_+-]+:)/g, ':&#8203;')
    .replace(/(?<![\w&#;])([0-9a-f])(?=[0-9a-f]{6,63}(?!\w))/gi, '$1&#8203;')
    .replace(/@(?=[\p{L}\p{N}_-])/gu, '@&#8203;')
    .replace(/:(?=\/\/)/g, ':&#8203;')
    .replace(/www(?=\.)/gi, '$&&#8203;');
}

/** What would begin a list, a quote, a rule or a heading of the line above. */
function atStart(line: string): string {
  return line.replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}
