import type { FileRange, Range } from '../../location.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, contains, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import type { UnusedConstant } from './unused-constants.ts';

/** What code says of sections of its configuration: the texts that may name one, and calls whose section is computed. */
export interface SectionReaders {
  readonly names: readonly string[];
  /** Sections that are asked for: whatever stands in one may be read with it. */
  readonly asked: readonly string[];
  readonly computed: readonly FileRange[];
  /** What only constants say that nothing uses. */
  readonly unused: readonly NamingConstant[];
}

interface NamingConstant {
  readonly constant: UnusedConstant;
  readonly names: readonly string[];
}

const texts = ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression'];
const reading = ['GetSection', 'GetRequiredSection', 'BindConfiguration', 'Bind'];

/** Texts as written, quotes and all; a name that code takes from a type or a property stands as if it were one. */
export function sectionReadersIn(
  file: CSharpFile,
  project: CSharpProject,
  unused: readonly UnusedConstant[],
): SectionReaders {
  const said = [...literalsIn(file), ...namesTakenIn(file)];
  const isIn = (range: Range, { declarator }: UnusedConstant) => contains(declarator, range);
  const namesIn = (ranges: readonly Said[]) => ranges.map(({ name }) => name);
  const reads = nodesOfKind(file, 'invocation_expression').flatMap((node) => askedSection(node, file, project));
  const asked = reads.flatMap(({ path }) => path ?? []);
  return {
    names: [
      ...namesIn(said.filter((one) => !unused.some((constant) => isIn(one, constant)))),
      ...[...boundMembers(file), ...asked].map(quoted),
    ],
    asked,
    computed: reads.flatMap(({ path, at }) => (path === null ? [at] : [])),
    unused: unused.map((constant) => ({ constant, names: namesIn(said.filter((one) => isIn(one, constant))) })),
  };
}

interface Said extends Range {
  readonly name: string;
}

function literalsIn(file: CSharpFile): readonly Said[] {
  return nodesOfKind(file, ...texts).map((node) => ({
    name: textOf(node, file.text),
    start: node.start,
    end: node.end,
  }));
}

function namesTakenIn({ text }: CSharpFile): readonly Said[] {
  const taking = /\b(?:nameof|typeof)\s*\(\s*(?:[\w.:]+[.:])?@?(\w+)/g;
  return [...text.matchAll(taking)].map(({ 0: all, 1: name = '', index }) => ({
    name: quoted(name),
    start: index,
    end: index + all.length,
  }));
}

function askedSection(node: SyntaxNode, file: CSharpFile, project: CSharpProject) {
  const call = readInvocation(node, file.text);
  const argument = call?.arguments.find(({ name }) => name === null || name === 'key' || name === 'configSectionPath');
  if (!call || !argument || !reading.includes(call.name)) return [];
  const path = evaluateString(argument.value, file, project);
  const at = { file: file.path, start: call.nameNode.start, end: call.nameNode.end };
  if (call.name !== 'Bind') return [{ path: path.kind === 'known' ? path.value : null, at }];
  // Anything may be bound to anything: only a name with what it is bound to tells that a section is.
  return path.kind === 'known' && call.arguments.length > 1 ? [{ path: path.value, at }] : [];
}

/** A property, or what a record is made of: binding an outer section fills it by its name. */
function boundMembers(file: CSharpFile): readonly string[] {
  const ofRecords = nodesOfKind(file, 'parameter').filter((node) => node.parent?.parent?.kind === 'record_declaration');
  return [...nodesOfKind(file, 'property_declaration'), ...ofRecords].flatMap((node) => {
    const name = childInRole(node, 'name');
    return name ? [textOf(name, file.text)] : [];
  });
}

function quoted(name: string): string {
  return `"${name}"`;
}

export function mayRead({ names, asked }: Pick<SectionReaders, 'names' | 'asked'>, path: string): boolean {
  return names.some((name) => mayName(name, path)) || asked.some((outer) => isInside(path, outer));
}

/** The unused constants that say the path, or the end of it. */
export function constantsNaming(path: string, { unused }: SectionReaders): readonly UnusedConstant[] {
  return unused.flatMap(({ constant, names }) => (names.some((name) => mayName(name, path)) ? [constant] : []));
}

/** `A:B:C` stands in `A:B` and, as that may itself be asked of `A`, in `B`. */
function isInside(path: string, outer: string): boolean {
  return `:${path.toLowerCase()}:`.includes(`:${outer.toLowerCase()}:`);
}

/**
 * Whether a text may name the section: by its path, or by the end of it where what comes before is not in the text.
 * `"other:MaskinportenSettings"` does not name `mine:MaskinportenSettings`.
 */
function mayName(text: string, path: string): boolean {
  const wanted = path.toLowerCase().split(':').reverse();
  const [last = '', ...outer] = wanted;
  const plain = text.toLowerCase().replaceAll('__', ':').replaceAll('--', ':');
  for (let at = plain.indexOf(last); at !== -1; at = plain.indexOf(last, at + 1)) {
    if (isWordPart(plain[at - 1]) || isWordPart(plain[at + last.length])) continue;
    if (precedes(plain.slice(0, at), outer)) return true;
  }
  return false;
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\w-]/.test(character);
}

function precedes(before: string, [next, ...outer]: readonly string[]): boolean {
  // A quote, a space, the end of a hole: what the section stands in is said elsewhere, or nowhere.
  if (!before.endsWith(':')) return true;
  const rest = before.slice(0, -1);
  const segment = /[^:"'\s{}/]*$/.exec(rest)?.[0] ?? '';
  if (segment === '') return true;
  return segment === next && precedes(rest.slice(0, -segment.length), outer);
}
