import { indentationAt, lineEndAt } from '../../files/lines.ts';
import type { YamlFile, YamlScalar } from './document.ts';
import { proven, refused, type YamlEdit } from './edit.ts';
import { meaningOfAll } from './meaning.ts';

/** Keeps the quoting; a plain scalar is quoted only where the text would be read as something else. */
export function replaceScalar(file: YamlFile, scalar: YamlScalar, text: string): YamlEdit {
  if (scalar.text === text) return { kind: 'edits', edits: [] };
  const expected = meaningOfAll(file.roots, { scalar: { node: scalar, text } });
  for (const replacement of candidates(file, scalar, text)) {
    const edit = proven(file, { ...scalar.range, replacement }, ({ roots }) => meaningOfAll(roots) === expected);
    if (edit.kind === 'edits') return edit;
  }
  return refused(scalar.style === 'folded' ? 'style-not-supported' : 'would-break');
}

function candidates(file: YamlFile, scalar: YamlScalar, text: string): string[] {
  const single = /[\r\n\t\0-\x1f\x7f-\x9f]/.test(text) ? [] : [`'${text.replaceAll("'", "''")}'`];
  switch (scalar.style) {
    case 'plain':
      return [...(staysPlain(scalar, text) ? [text] : []), doubleQuoted(text)];
    case 'single-quoted':
      return [...single, doubleQuoted(text)];
    case 'double-quoted':
      return [doubleQuoted(text)];
    case 'literal':
      return literal(file, scalar, text);
    case 'folded':
      return [];
  }
}

/** What YAML 1.1 or 1.2 takes for a number, a date, a truth value or nothing. */
const otherThanText =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*(?::[0-5]?\d)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.\d[\d_]*(?:e[-+]?\d+)?|0[xob][\da-f_]+|\.inf|\.nan)|\d{4}-\d\d?-\d\d?.*)?$/i;

/** A string must not turn into a number by losing the letter that made it a string. */
function staysPlain(scalar: YamlScalar, text: string): boolean {
  return !/[\r\n\t]/.test(text) && !(typeof scalar.data === 'string' && otherThanText.test(text));
}

/** JSON's escapes are YAML's, too; the separators that YAML 1.1 takes for line ends are escaped as well. */
function doubleQuoted(text: string): string {
  const escaped = /[\x7f-\x9f\u2028\u2029\ufeff]/g;
  return JSON.stringify(text).replace(escaped, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The block's own indentation and line ends, with the header that fits how the text ends. */
function literal({ text: whole }: YamlFile, { range }: YamlScalar, text: string): string[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const written = whole.slice(range.start, range.end);
  const header = /^\|[-+]?(?=[ \t]*(?:#.*)?(?:\r\n?|\n))/.exec(written);
  const headerEnd = written.search(/[\r\n]/);
  if (!header || /^[ \t]|\r/.test(text) || lines.at(-1) === '') return [];
  const indentation = indentationAt(whole, range.start + written.search(/[^\s](?=[^\r\n]*$)/));
  const newline = lineEndAt(whole, range.end);
  const chomp = text.endsWith('\n') ? '|' : '|-';
  const comment = written.slice(header[0].length, headerEnd);
  return [chomp + comment + newline + lines.map((line) => (line === '' ? '' : indentation + line)).join(newline)];
}
