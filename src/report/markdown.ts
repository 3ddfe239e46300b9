import { displayWidth, onOneLine, printable } from './display-width.ts';
import type { Block, ExcerptLine, Line, Page, Span, Task } from './page/page.ts';

/** As GitHub and Gitea read it; what comes out of a file stays text there. */
export function toMarkdown({ blocks }: Pick<Page, 'blocks'>, boxOf: BoxOf = plainBox): string {
  return `${markdownOfAll(blocks, boxOf)}\n`;
}

/** The box of a task, and what stands hidden behind its line. */
export type BoxOf = (task: Task) => { readonly ticked: boolean; readonly mark: string };

const plainBox: BoxOf = ({ done }) => ({ ticked: done, mark: '' });

function markdownOfAll(blocks: readonly Block[], boxOf: BoxOf): string {
  return blocks
    .map((block) => markdownOf(block, boxOf))
    .filter((text) => text !== '')
    .join('\n\n');
}

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
    case 'facts':
      return block.facts.map(({ term, line }) => `- **${escaped(term)}:** ${spans(line)}`).join('\n');
    case 'chain':
      return block.links
        .map(({ line, wins, mayWin }, index) => {
          const won = [wins, mayWin].flatMap((keys) => (keys === null ? [] : [dash, ...keys]));
          return `${index + 1}. ${atStart(spans([...line, ...won]))}`;
        })
        .join('\n');
    case 'excerpt':
      return fenced('', excerptLines(block.lines));
    case 'diff':
      return [
        spans(block.line),
        fenced(
          'diff',
          block.lines.map(({ sign, text }) => (sign === '@' ? text : `${sign}${text}`)),
        ),
        ...(block.cut === null ? [] : [spans(block.cut)]),
      ].join('\n\n');
    // GitHub and Gitea show an outline of their own, and each calls its headings by other names.
    case 'contents':
      return '';
    case 'group':
      return markdownOfAll(block.blocks, boxOf);
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
  const copied = copy.length === 0 ? [] : fenced('text', copy).split('\n');
  return [item, ...copied.map((one) => `  ${one}`)].join('\n');
}

const dash: Span = { look: 'plain', text: ' – ' };

/** Numbered; what is meant is underlined on one line, and pointed at where it takes several. */
function excerptLines(lines: readonly ExcerptLine[]): readonly string[] {
  const isShort = lines.filter(({ marked }) => marked !== '').length === 1;
  return lines.flatMap(({ number, ...parts }) => {
    const [before, marked, after] = [untabbed(parts.before), untabbed(parts.marked), untabbed(parts.after)];
    const pointer = !isShort && marked !== '' ? '>' : ' ';
    const line = `${pointer}${String(number).padStart(5)} │ ${before}${marked}${after}`.trimEnd();
    const mark = `       │ ${' '.repeat(displayWidth(before))}${'^'.repeat(displayWidth(marked))}`;
    return isShort && marked !== '' ? [line, mark] : [line];
  });
}

function untabbed(text: string): string {
  return printable(text).replaceAll('\t', '    ');
}

/** Between more backticks than there are in it. */
function fenced(language: string, lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, ...lines.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...lines.map((line) => printable(line).replace(/[\r\n]+/g, ' ')), fence].join('\n');
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
    case 'link':
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
