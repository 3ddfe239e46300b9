import { existsSync, readFileSync } from 'node:fs';
import type { Target } from '../app/app.ts';
import type { Decision } from '../app/clients/identity.ts';
import type { Severity } from '../rules/finding.ts';
import type { JsonNode } from '../syntax/json/document.ts';
import { parseJson } from '../syntax/json/parse.ts';
import type { Language, Words } from '../words/words.ts';
import { WrongUse } from './wrong-use.ts';

/** `maskinflytt.config.json`, as far as it says anything. */
export interface Config {
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly lang: Language | null;
  readonly target: Target | null;
  readonly failOn: Severity | 'never' | null;
}

const defaultFile = 'maskinflytt.config.json';
const nothing: Config = { decisions: new Map(), lang: null, target: null, failOn: null };

export function readConfig(named: string | null, words: Words): Config {
  if (named === null && !existsSync(defaultFile)) return nothing;
  const file = named ?? defaultFile;
  const parsed = parseJson(readText(file, words));
  if (parsed.kind === 'error') {
    const { line, column } = parsed.error;
    throw new WrongUse(words.misuse.configUnreadable(file, `${line}:${column}`));
  }
  const { root } = parsed.document;
  if (root.kind !== 'object') throw new WrongUse(words.misuse.configUnreadable(file, '{ … }'));
  return root.properties.reduce((config, { key, value }) => withEntry(config, key, value, file, words), nothing);
}

function readText(file: string, words: Words): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new WrongUse(words.misuse.configUnreadable(file, error instanceof Error ? error.message : String(error)));
  }
}

function withEntry(config: Config, key: string, value: JsonNode, file: string, words: Words): Config {
  const one = <const T extends string>(node: JsonNode, allowed: readonly T[], name = key): T => {
    const found = node.kind === 'string' ? allowed.find((candidate) => candidate === node.value) : undefined;
    if (found === undefined) throw new WrongUse(words.misuse.configBadValue(file, name, allowed.join(' | ')));
    return found;
  };
  switch (key) {
    case '$schema':
      return config;
    case 'lang':
      return { ...config, lang: one(value, ['en', 'nb']) };
    case 'target':
      return { ...config, target: one(value, ['v8', 'v9']) };
    case 'failOn':
      return { ...config, failOn: one(value, ['error', 'warning', 'note', 'never']) };
    case 'decisions': {
      if (value.kind !== 'object') throw new WrongUse(words.misuse.configBadValue(file, key, '{ … }'));
      const decisions = value.properties.map(
        (entry) =>
          [entry.key.toLowerCase(), one(entry.value, ['studio', 'own-external', 'own-built-in'], entry.key)] as const,
      );
      return { ...config, decisions: new Map(decisions) };
    }
    default:
      throw new WrongUse(words.misuse.configUnknownKey(file, key));
  }
}
