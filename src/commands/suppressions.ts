import { isIgnored, rulesIn } from '../files/gitignore.ts';
import type { FileRange, Range } from '../location.ts';
import { isRuleId } from '../rules/registry.ts';
import type { JsonNode } from '../syntax/json/document.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { Words } from '../words/words.ts';
import { WrongUse } from './wrong-use.ts';

/** Findings of one rule that someone has decided may stand for a while. */
export interface Suppression {
  readonly rule: RuleId;
  /** A glob, as in .gitignore, for the finding's file from the root of its repo. */
  readonly path: string;
  readonly reason: string;
  /** The last day it holds, as YYYY-MM-DD; null when nobody set one. */
  readonly expires: string | null;
}

const keys = ['rule', 'path', 'reason', 'expires'] as const;

/** File and line, as people look them up. */
export type PlaceOf = (part: { readonly range: Range }) => string;

export function readSuppressions(node: JsonNode, placeOf: PlaceOf, words: Words): readonly Suppression[] {
  const refuse = (part: JsonNode, key: string, allowed: string) =>
    new WrongUse(words.misuse.configBadValue(placeOf(part), key, allowed));
  const shape = '[{ "rule", "path", "reason", "expires"? }]';
  if (node.kind !== 'array') throw refuse(node, 'suppressions', shape);
  return node.items.map((item, index) => {
    const named = (key: string) => `suppressions[${index}].${key}`;
    if (item.kind !== 'object') throw refuse(item, `suppressions[${index}]`, shape.slice(1, -1));
    const unknown = item.properties.find(({ key }) => !keys.some((known) => known === key));
    if (unknown !== undefined) throw new WrongUse(words.misuse.configUnknownKey(placeOf(unknown), named(unknown.key)));
    const written = (key: (typeof keys)[number]) => {
      const value = item.properties.find((property) => property.key === key)?.value ?? null;
      if (value !== null && (value.kind !== 'string' || value.value.trim() === '')) {
        throw refuse(value, named(key), '"…"');
      }
      return value;
    };
    const text = (key: (typeof keys)[number]) => {
      const value = written(key);
      if (value === null) throw new WrongUse(words.misuse.configMissingKey(placeOf(item), named(key)));
      return value;
    };
    const [{ value: rule, ...ruleNode }, path, reason] = [text('rule'), text('path'), text('reason')];
    const expires = written('expires');
    if (!isRuleId(rule)) {
      throw new WrongUse(`${placeOf(ruleNode)}: ${named('rule')}: ${words.misuse.unknownRule(rule, null)}`);
    }
    if (expires !== null && !isDate(expires.value)) throw refuse(expires, named('expires'), 'YYYY-MM-DD');
    return { rule, path: path.value, reason: reason.value, expires: expires?.value ?? null };
  });
}

export function isDate(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function isExpired({ expires }: { readonly expires: string | null }, today: string): boolean {
  return expires !== null && expires < today;
}

export function fits(
  suppression: Suppression,
  { rule, at }: { readonly rule: RuleId; readonly at: FileRange },
): boolean {
  return suppression.rule === rule && isIgnored(rulesIn(suppression.path), at.file);
}
