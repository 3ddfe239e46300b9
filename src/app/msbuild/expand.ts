import { folderOf } from './paths.ts';
import { computed, joined, known, type Values } from './values.ts';

/** What an expression may refer to, at the place where it stands. */
export interface ExpansionScope {
  /** Names are compared without regard to case; null when nothing defines the property. */
  property(name: string): Values | null;
  /** The nearest file of this name in the folder or above it, within the root. */
  fileAbove(name: string, folder: string): string | null;
  exists(path: string): boolean;
}

/** Longer ones are no versions and no paths, and functions nested in functions would exhaust the stack. */
const MAX_LENGTH = 10_000;

/** `undefinedAs`: MSBuild reads an undefined property as empty, but a version must not be made of that. */
export function expand(text: string, scope: ExpansionScope, undefinedAs: 'empty' | 'unknown' = 'unknown'): Values {
  if (text.length > MAX_LENGTH) return computed(text);
  let result: Values = known('');
  let position = 0;
  for (const reference of references(text)) {
    result = joined(result, literal(text.slice(position, reference.start)));
    result = joined(result, valueOfReference(reference.body, scope, undefinedAs));
    position = reference.end;
  }
  return joined(result, literal(text.slice(position)));
}

/** `@(Items)` and `%(Metadata)` only exist while the build runs; an unclosed `$(` is nothing. */
function literal(text: string): Values {
  return /[@%$]\(/.test(text) ? computed(text) : known(text);
}

interface Reference {
  readonly start: number;
  readonly end: number;
  readonly body: string;
}

function references(text: string): readonly Reference[] {
  const found: Reference[] = [];
  for (let start = text.indexOf('$('); start >= 0; ) {
    const close = closingParenthesis(text, start + 2);
    if (close < 0) break;
    found.push({ start, end: close + 1, body: text.slice(start + 2, close) });
    start = text.indexOf('$(', close);
  }
  return found;
}

export function closingParenthesis(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === '(') depth += 1;
    if (text[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

function valueOfReference(body: string, scope: ExpansionScope, undefinedAs: 'empty' | 'unknown'): Values {
  const name = body.trim();
  if (!/^[a-z_][\w-]*$/i.test(name)) return functionValue(name, scope);
  const value = scope.property(name);
  if (value !== null) return value;
  if (undefinedAs === 'empty') return known('');
  return { kind: 'unknown', reason: { code: 'undefined-property', property: name } };
}

const FILE_ABOVE = /^\[MSBuild\]::(GetPathOfFileAbove|GetDirectoryNameOfFileAbove)\(/i;

/** Of the property functions, the two by which a props file finds the next one further up. */
function functionValue(body: string, scope: ExpansionScope): Values {
  const match = FILE_ABOVE.exec(body);
  const from = match?.[0].length ?? 0;
  // What is done with the path afterwards is left to the build.
  if (match === null || closingParenthesis(body, from) !== body.length - 1) return computed(`$(${body})`);
  const args = body
    .slice(from, -1)
    .split(',')
    .map((arg) => single(unquoted(arg), scope));
  const [first, second] = args;
  if (first === undefined || first === null || second === null) return computed(`$(${body})`);
  const wantsPath = match[1]?.toLowerCase() === 'getpathoffileabove';
  const here = single('$(MSBuildThisFileDirectory)', scope) ?? '/';
  const [name, folder] = wantsPath ? [first, second ?? here] : [second ?? '', first];
  const file = scope.fileAbove(name, folder);
  if (file === null) return known('');
  return known(wantsPath ? file : folderOf(file));
}

function single(text: string, scope: ExpansionScope): string | null {
  const value = expand(text, scope);
  return value.kind === 'known' && value.values.length === 1 ? (value.values[0] ?? null) : null;
}

function unquoted(arg: string): string {
  return arg.trim().replace(/^(['"`])(.*)\1$/s, '$2');
}
