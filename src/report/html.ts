import { createHash } from 'node:crypto';
import type { Language } from '../words/words.ts';
import { escapeHtml } from './escape-html.ts';
import { diffHtml, excerptHtml } from './html-code.ts';
import { htmlStyle } from './html-style.ts';
import type { Block, ChainLink, Fact, Line, Page, Span, Task } from './page/page.ts';

/** One file that asks for nothing: its own style, no script, and a policy that lets in nothing else. */
export function toHtml({ title, skip, blocks }: Page, language: Language): string {
  const hash = createHash('sha256').update(htmlStyle).digest('base64');
  const allowed = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const start = blocks.findIndex(({ kind }, index) => index > 0 && kind !== 'paragraph');
  const head = start === -1 ? blocks : blocks.slice(0, start);
  const body = start === -1 ? [] : blocks.slice(start);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${allowed}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<title>${escapeHtml(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(skip)}</a>
<header>
${head.map(htmlOf).join('\n')}
</header>
<main id="content">
${body.map(htmlOf).join('\n')}
</main>
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading': {
      const id = block.anchor === null ? '' : ` id="${escapeHtml(block.anchor)}"`;
      return `<h${block.level}${id}>${spans(block.line)}</h${block.level}>`;
    }
    case 'paragraph':
      return `<p>${spans(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${items(block.items)}\n</${tag}>`;
    }
    case 'tasks': {
      const tasks = block.items.map((task) => `<li>${taskOf(task, block.states)}</li>`);
      return `<ul class="tasks" role="list">\n${tasks.join('\n')}\n</ul>`;
    }
    case 'table':
      return tableOf(block);
    case 'facts':
      return `<dl>\n${block.facts.map(factOf).join('\n')}\n</dl>`;
    case 'chain':
      // Without its numbers a list is none to one screen reader, unless it is said to be one.
      return `<ol class="chain" role="list">\n${block.links.map(chainLinkOf).join('\n')}\n</ol>`;
    case 'excerpt':
      return excerptHtml(block.lines);
    case 'diff':
      return diffHtml(block, spans(block.line), block.cut === null ? '' : `\n<p>${spans(block.cut)}</p>`);
    case 'contents':
      return `<nav aria-label="${escapeHtml(block.title)}">\n<ul>\n${items(block.entries.map((entry) => [entry]))}\n</ul>\n</nav>`;
    case 'group': {
      const tag = block.of === 'app' ? 'section' : 'article';
      return `<${tag} class="${block.of} ${block.look}">\n${block.blocks.map(htmlOf).join('\n')}\n</${tag}>`;
    }
  }
}

function items(lines: readonly Line[]): string {
  return lines.map((line) => `<li>${spans(line)}</li>`).join('\n');
}

/** A box that cannot be ticked would mislead: the state stands there in words. */
function taskOf({ done, line, copy }: Task, states: { readonly done: string; readonly open: string }): string {
  const state = `<span class="state ${done ? 'good' : 'open'}">${escapeHtml(done ? states.done : states.open)}</span>`;
  const lines = copy.length === 0 ? '' : `<pre><code>${escapeHtml(copy.join('\n'))}</code></pre>`;
  return `${state} ${spans(line)}${lines}`;
}

function factOf({ term, line }: Fact): string {
  return `<div><dt>${escapeHtml(term)}</dt><dd>${spans(line)}</dd></div>`;
}

function chainLinkOf({ line, wins, mayWin }: ChainLink): string {
  const look = wins !== null ? ' class="wins"' : mayWin !== null ? ' class="may-win"' : '';
  const won = wins === null ? '' : ` <strong class="good">${spans(wins)}</strong>`;
  const perhaps = mayWin === null ? '' : ` <strong class="unsure">${spans(mayWin)}</strong>`;
  return `<li${look}>${spans(line)}${won}${perhaps}</li>`;
}

/** What is too wide for a screen scrolls, with the keyboard too. */
function tableOf({ caption, columns, rows }: Block & { readonly kind: 'table' }): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map((cells) => {
    const [first = [], ...others] = cells;
    const rest = others.map((cell) => `<td>${spans(cell)}</td>`).join('');
    return `<tr><th scope="row">${spans(first)}</th>${rest}</tr>`;
  });
  return `<div class="wide" role="group" aria-label="${escapeHtml(caption)}" tabindex="0">
<table>
<caption>${escapeHtml(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`;
}

function spans(line: Line): string {
  return line.map(spanOf).join('');
}

function spanOf(span: Span): string {
  const text = escapeHtml(span.text);
  switch (span.look) {
    case 'plain':
      return text;
    case 'strong':
      return `<strong>${text}</strong>`;
    case 'code':
      return `<code>${text}</code>`;
    case 'link':
      return `<a href="#${escapeHtml(span.to)}">${text}</a>`;
    case 'good':
    case 'bad':
    case 'unsure':
      return `<span class="${span.look}">${text}</span>`;
  }
}
