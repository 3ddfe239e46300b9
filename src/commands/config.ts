import { type Decision, decisions } from '../decision.ts';
import { positionAt } from '../files/lines.ts';
import type { Severity } from '../rules/finding.ts';
import type { JsonNode, JsonProperty } from '../syntax/json/document.ts';
import { parseJson } from '../syntax/json/parse.ts';
import type { Target } from '../target.ts';
import type { Language, Words } from '../words/words.ts';
import { readFoundFile, readNamedFile } from './given-file.ts';
import { type PlaceOf, readSuppressions, type Suppression } from './suppressions.ts';
import { WrongUse } from './wrong-use.ts';

/** `maskinflytt.config.json`, as far as it says anything. */
export interface Config {
  /** As the user would write it; null when there is none. */
  readonly file: string | null;
  readonly decisions: readonly DecisionMade[];
  readonly suppressions: readonly Suppression[];
  /** Scopes that the app needs and its code does not show. */
  readonly scopes: readonly string[];
  readonly lang: Language | null;
  readonly target: Target | null;
  readonly failOn: Severity | 'never' | null;
}

export interface DecisionMade {
  /** Its id or its section. */
  readonly client: string;
  readonly decision: Decision;
}

export const noConfig: Config = {
  file: null,
  decisions: [],
  suppressions: [],
  scopes: [],
  lang: null,
  target: null,
  failOn: null,
};

export function readConfig(file: string, words: Words, came: 'named' | 'found' = 'named'): Config {
  const bytes = came === 'named' ? readNamedFile(file, words) : readFoundFile(file, words);
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const parsed = parseJson(text);
  if (parsed.kind === 'error') {
    throw new WrongUse(words.misuse.configMalformed(file, parsed.error.line, parsed.error.column));
  }
  const { root, duplicates } = parsed.document;
  const [twice] = duplicates;
  if (root.kind !== 'object') throw new WrongUse(words.misuse.configBadValue(`${file}:1`, 'maskinflytt', '{ … }'));
  const placeOf: PlaceOf = ({ range }) => `${file}:${positionAt(text, range.start).line}`;
  if (twice !== undefined) throw new WrongUse(words.misuse.configTwice(placeOf({ range: twice.second }), twice.path));
  const config = root.properties.reduce((known, entry) => withEntry(known, entry, placeOf, words), noConfig);
  return { ...config, file };
}

function withEntry(config: Config, property: JsonProperty, placeOf: PlaceOf, words: Words): Config {
  const { key, value } = property;
  const refuse = (name: string, allowed: string, at: JsonNode = value) =>
    new WrongUse(words.misuse.configBadValue(placeOf(at), name, allowed));
  const one = <const T extends string>(node: JsonNode, allowed: readonly T[], name = key): T => {
    const found = node.kind === 'string' ? allowed.find((candidate) => candidate === node.value) : undefined;
    if (found === undefined) throw refuse(name, allowed.map((value) => `"${value}"`).join(' | '), node);
    return found;
  };
  switch (key) {
    case '$schema':
      if (value.kind !== 'string') throw refuse(key, '"…"');
      return config;
    case 'lang':
      return { ...config, lang: one(value, ['en', 'nb']) };
    case 'target':
      return { ...config, target: one(value, ['v8', 'v9']) };
    case 'failOn':
      return { ...config, failOn: one(value, ['error', 'warning', 'note', 'never']) };
    case 'decisions': {
      if (value.kind !== 'object') throw refuse(key, '{ "<client>": "studio" }');
      const made = value.properties.map((entry) => ({
        client: entry.key,
        decision: one(entry.value, decisions, entry.key),
      }));
      return { ...config, decisions: made };
    }
    case 'suppressions':
      return { ...config, suppressions: readSuppressions(value, placeOf, words) };
    case 'scopes': {
      if (value.kind !== 'array') throw refuse(key, '["scope"]');
      const scopes = value.items.map((item) => {
        if (item.kind !== 'string' || item.value.trim() === '') throw refuse(key, '["scope"]', item);
        return item.value;
      });
      return { ...config, scopes };
    }
    default:
      throw new WrongUse(words.misuse.configUnknownKey(placeOf(property), key));
  }
}
