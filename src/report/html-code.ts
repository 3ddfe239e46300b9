import { escapeHtml } from './escape-html.ts';
import type { Diff, DiffLine, ExcerptLine } from './page/page.ts';

/** Long lines wrap: nothing has to be scrolled, and paper shows all. */
export function excerptHtml(lines: readonly ExcerptLine[]): string {
  const widest = Math.max(...lines.map(({ number }) => String(number).length));
  return `<pre class="code">${lines.map((line) => excerptLine(line, widest)).join('\n')}</pre>`;
}

function excerptLine({ number, before, marked, after }: ExcerptLine, widest: number): string {
  const mark = marked === '' ? '' : `<mark>${escapeHtml(marked)}</mark>`;
  const look = marked === '' ? 'line' : 'line meant';
  const text = `${escapeHtml(before)}${mark}${escapeHtml(after)}`;
  return `<span class="${look}"><span class="number">${String(number).padStart(widest)} </span><code>${text}</code></span>`;
}

/** Open, so that it is printed by browsers that leave out what is closed. */
export function diffHtml({ lines }: Diff, summary: string, cut: string): string {
  return `<details open="open">
<summary>${summary}</summary>
<pre class="code diff">${lines.map(diffLine).join('\n')}</pre>${cut}
</details>`;
}

const elements: Readonly<Record<DiffLine['sign'], 'ins' | 'del' | 'span'>> = {
  '+': 'ins',
  '-': 'del',
  ' ': 'span',
  '@': 'span',
  '\\': 'span',
};

function diffLine({ sign, text }: DiffLine): string {
  const element = elements[sign];
  const isTold = sign === '@' || sign === '\\';
  const number = isTold ? ' ' : sign;
  return `<${element} class="${isTold ? 'line told' : 'line'}"><span class="sign">${number}</span><code>${escapeHtml(text)}</code></${element}>`;
}
