import { createHash } from 'node:crypto';
import { appAttribute, orgAttribute } from './identifiers.ts';
import { isPlaceholder, type OwnNames, type OwnPart } from './own-names.ts';
import { matchesOf, type Policy } from './policy.ts';

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
  const written = rules
    .flatMap(matchesOf)
    .filter((match) => match.attribute.id === attribute)
    .map(({ value }) => value);
  const usual = { org: '[ORG]', app: '[APP]' }[part];
  return (
    written.find((value) => isPlaceholder(value, part)) ?? written.find((value) => value === names?.[part]) ?? usual
  );
}

const guid = /^(.*)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(\}?)$/is;

/** The next number of the series that most rules belong to; of equal ones, the later. */
function nextId({ rules }: Policy): string {
  const ids = rules.flatMap(({ id }) => id?.trim() || []);
  const unique = guid.exec(ids.at(-1) ?? '');
  if (unique) return (unique[1] ?? '') + guidFrom(ids.join('\n')) + (unique[2] ?? '');
  const series = new Map<string, string[]>();
  for (const id of ids) {
    const [stem, number] = partsOf(id);
    if (/^\d{1,9}$/.test(number)) series.set(stem, [...(series.get(stem) ?? []), number]);
  }
  const [longest] = [...series].reverse().sort(([, a], [, b]) => b.length - a.length);
  const [stem, numbers] = longest ?? [stemLike(ids.at(-1)), []];
  const next = String(Math.max(0, ...numbers.map(Number)) + 1);
  const isPadded = numbers.some((number) => number.startsWith('0'));
  return free(isPadded ? stem + next.padStart(numbers[0]?.length ?? 0, '0') : stem + next, ids);
}

/** What stands before the digits at the end, and these. */
function partsOf(id: string): readonly [stem: string, number: string] {
  let end = id.length;
  while (/\d/.test(id.charAt(end - 1))) end -= 1;
  return [id.slice(0, end), id.slice(end)];
}

/** Of a file whose ids are names: what its last id begins with. */
function stemLike(id: string | undefined): string {
  return id === undefined
    ? 'urn:altinn:ruleid:'
    : `${id.slice(0, Math.max(id.lastIndexOf(':'), id.lastIndexOf('/')) + 1)}service-owner-`;
}

function free(id: string, ids: readonly string[]): string {
  const taken = new Set(ids);
  let unused = id;
  while (taken.has(unused)) unused += '-1';
  return unused;
}

/** The same for the same file: a patch can be made twice. */
function guidFrom(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** In the language that most of the others are written in; null where there are none; where nobody can tell, in Norwegian. */
function descriptionFor({ rules }: Policy, actions: readonly string[]): string | null {
  const others = rules.flatMap(({ description }) => description ?? []);
  if (others.length === 0) return null;
  const one = actions.length === 1;
  if (count(others, english) > count(others, norwegian)) {
    return `The service owner has the ${one ? 'right' : 'rights'} ${listed(actions, 'and')} for all instances of the app.`;
  }
  const rights = listed(actions, 'og');
  return count(others, nynorsk) > 0
    ? `Tenesteeigaren har ${one ? 'retten' : 'rettane'} ${rights} for alle instansar av appen.`
    : `Tjenesteeieren har ${one ? 'rettigheten' : 'rettighetene'} ${rights} for alle instanser av appen.`;
}

function listed(actions: readonly string[], and: string): string {
  return actions.length < 3 ? actions.join(` ${and} `) : actions.join(', ');
}

const norwegian =
  /[æøå]|\b(?:og|som|av|til|har|kan|gir|den|det|med|ikke|skal|alle|om|regel|rolle(?:n|r|ne)?|rettighet\w*|tilgang\w*|lesetilgang|tjenesteeier\w*|skrive|lese|ein|eit|gjev|ikkje|rettar|lesa|skriva)\b/giu;
const nynorsk = /\b(?:ein|eit|gjev|ikkje|frå|tenesteeigar\w*|rettar|rettane|lesa|skriva)\b/giu;
const english =
  /\b(?:the|and|that|of|to|has|can|an|may|with|rules?|rights?|roles?|access|service|owner|all|not|gives|who|is|are)\b/giu;

function count(texts: readonly string[], words: RegExp): number {
  return texts.reduce((sum, text) => sum + (text.match(words)?.length ?? 0), 0);
}
