import { createHash } from 'node:crypto';
import { appAttribute, orgAttribute } from './identifiers.ts';
import { isPlaceholder, type OwnNames, type OwnPart } from './own-names.ts';
import type { Policy } from './policy.ts';

/** What a rule for the service owner says besides its actions, in the file's own words. */
export interface AddedRule {
  readonly id: string;
  readonly description: string | null;
  readonly org: string;
  readonly app: string;
}

export function addedRule(policy: Policy, names: OwnNames, actions: readonly string[]): AddedRule {
  return {
    id: nextId(policy),
    description: descriptionFor(policy, actions),
    org: spellingOf(policy, names, 'org'),
    app: spellingOf(policy, names, 'app'),
  };
}

/** As the file spells the placeholder; its literal where it has no placeholder. */
function spellingOf({ rules }: Policy, names: OwnNames, part: OwnPart): string {
  const attribute = { org: orgAttribute, app: appAttribute }[part];
  const matches = rules.flatMap(({ anyOfs }) => anyOfs.flatMap(({ allOfs }) => allOfs.flatMap((one) => one.matches)));
  const written = matches.filter((match) => match.attribute.id === attribute).map(({ value }) => value);
  const usual = { org: '[ORG]', app: '[APP]' }[part];
  return (
    written.find((value) => isPlaceholder(value, part)) ?? written.find((value) => value === names?.[part]) ?? usual
  );
}

const guid = /^(.*?)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The next number of the series that the last numbered rule belongs to. */
function nextId({ rules }: Policy): string {
  const ids = rules.flatMap(({ id }) => id ?? []);
  const last = ids.at(-1);
  const unique = guid.exec(last ?? '');
  if (last !== undefined && unique) return (unique[1] ?? '') + guidFrom(ids.join('\n'));
  const numbered = ids.toReversed().find((id) => /\d$/.test(id));
  const stem =
    numbered !== undefined ? withoutNumber(numbered) : last !== undefined ? `${last}-` : 'urn:altinn:ruleid:';
  const taken = ids.filter((id) => id.startsWith(stem)).map((id) => id.slice(stem.length));
  const numbers = taken.filter((rest) => /^\d{1,15}$/.test(rest));
  const next = String(Math.max(numbered === undefined && last !== undefined ? 1 : 0, ...numbers.map(Number)) + 1);
  const width = Math.min(...numbers.map(({ length }) => length));
  return free(stem, numbers.some((number) => number.startsWith('0')) ? next.padStart(width, '0') : next, ids);
}

function withoutNumber(id: string): string {
  let end = id.length;
  while (/\d/.test(id.charAt(end - 1))) end -= 1;
  return id.slice(0, end);
}

function free(stem: string, number: string, ids: readonly string[]): string {
  const taken = new Set(ids);
  let id = stem + number;
  while (taken.has(id)) id += '-1';
  return id;
}

/** The same for the same file: a patch can be made twice. */
function guidFrom(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** In the language that most of the others are written in; null where there are none. */
function descriptionFor({ rules }: Policy, actions: readonly string[]): string | null {
  const others = rules.flatMap(({ description }) => description ?? []);
  if (others.length === 0) return null;
  const isNorwegian = count(others, norwegian) > count(others, english);
  const listed = actions.length < 3 ? actions.join(isNorwegian ? ' og ' : ' and ') : actions.join(', ');
  return isNorwegian
    ? `Tjenesteeieren har ${actions.length === 1 ? 'rettigheten' : 'rettighetene'} ${listed} for alle instanser av appen.`
    : `The service owner has the ${actions.length === 1 ? 'right' : 'rights'} ${listed} for all instances of the app.`;
}

const norwegian = /[æøå]|\b(?:og|som|av|til|har|kan|regel|rettigheter|tjenesteeier(?:en)?|alle|ikke|skal)\b/giu;
const english = /\b(?:the|and|that|of|to|has|can|rule|rights|service|owner|all|not|for|a)\b/giu;

function count(texts: readonly string[], words: RegExp): number {
  return texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0);
}
