import { createHash } from 'node:crypto';
import type { Language } from '../words/words.ts';
import { printable } from './display-width.ts';
import { htmlStyle } from './html-style.ts';
import type { Block, Line, Page, Span, Task } from './page/page.ts';

/** One file that asks for nothing: its own style, no script, and a policy that lets in nothing else. */
export function toHtml({ title, blocks }: Page, language: Language): string {
  const hash = createHash('sha256').update(htmlStyle).digest('base64');
  const allowed = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${allowed}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="referrer" content="no-referrer" />
<title>${escaped(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<main>
${blocks.map(htmlOf).join('\n')}
</main>
</body>
</html>
`;
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${spans(block.line)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${spans(block.line)}</p>`;
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul';
      return `<${tag}>\n${block.items.map((item) => `<li>${spans(item)}</li>`).join('\n')}\n</${tag}>`;
    }
    case 'tasks': {
      const items = block.items.map((task) => `<li>${taskOf(task, block.states)}</li>`);
      return `<ul class="tasks">\n${items.join('\n')}\n</ul>`;
    }
    case 'table':
      return tableOf(block);
  }
}

/** A box that cannot be ticked would mislead: the state stands there in words. */
function taskOf({ done, line, copy }: Task, states: { readonly done: string; readonly open: string }): string {
  const state = `<span class="state ${done ? 'good' : 'open'}">${escaped(done ? states.done : states.open)}</span>`;
  const lines = copy.length === 0 ? '' : `<pre><code>${escaped(copy.join('\n'))}</code></pre>`;
  return `${state} ${spans(line)}${lines}`;
}

/** What is too wide for a screen scrolls, with the keyboard too. */
function tableOf({ caption, columns, rows }: Block & { readonly kind: 'table' }): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows.map((cells) => {
    const [first = [], ...others] = cells;
    const rest = others.map((cell) => `<td>${spans(cell)}</td>`).join('');
    return `<tr><th scope="row">${spans(first)}</th>${rest}</tr>`;
  });
  return `<div class="wide" role="group" aria-label="${escaped(caption)}" tabindex="0">
<table>
<caption>${escaped(caption)}</caption>
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

function spanOf({ look, text }: Span): string {
  switch (look) {
    case 'plain':
      return escaped(text);
    case 'strong':
      return `<strong>${escaped(text)}</strong>`;
    case 'code':
      return `<code>${escaped(text)}</code>`;
    case 'good':
    case 'bad':
    case 'unsure':
      return `<span class="${look}">${escaped(text)}</span>`;
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}
