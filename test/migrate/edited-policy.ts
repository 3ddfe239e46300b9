import { expect } from 'vitest';
import { applyEdits } from '../../src/files/edits.ts';
import { decode } from '../../src/files/text.ts';
import { editPolicyFile } from '../../src/migrate/edit-policy-file.ts';
import type { PolicyChange } from '../../src/rules/finding.ts';

export type AddedRule = Extract<PolicyChange, { readonly kind: 'add-rule' }>;

export const file = 'App/config/authorization/policy.xml';

export function outcomesIn(text: string, changes: readonly PolicyChange[]) {
  const source = decode(Buffer.from(text));
  const read = () => (source ? ({ kind: 'text', source } as const) : ({ kind: 'missing' } as const));
  return editPolicyFile({ workspace: { read } }, file, changes);
}

export const refused = { kind: 'refused', reason: { code: 'refused', refusal: 'not-found' } };

/** Nothing but insertions. */
export function insertionsIn(text: string, changes: readonly PolicyChange[]) {
  return outcomesIn(text, changes).flatMap((outcome) => {
    if (outcome.kind === 'refused') throw new Error('refused');
    expect(outcome.edits.filter(({ start, end }) => start !== end)).toEqual([]);
    return outcome.edits;
  });
}

export const edited = (text: string, ...changes: readonly PolicyChange[]): string =>
  applyEdits(text, insertionsIn(text, changes));

/** The range of the root element, from its tag to the last `>` of the text. */
const rootOf = (text: string) => ({ file, start: text.search(/<(?:\w+:)?Policy/), end: text.lastIndexOf('>') + 1 });

export const added = (text: string, description: string | null, id = 'urn:altinn:ruleid:3'): AddedRule => ({
  kind: 'add-rule',
  at: rootOf(text),
  id,
  description,
  subject: { attribute: 'urn:altinn:org', value: '[ORG]' },
  resource: [
    { attribute: 'urn:altinn:org', value: '[ORG]' },
    { attribute: 'urn:altinn:app', value: '[APP]' },
  ],
  actions: ['read', 'write'],
});
