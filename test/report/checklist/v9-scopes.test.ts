import { expect, test } from 'vitest';
import { checklistIn, folderOf } from './checklist-of.ts';

test('the scopes that Altinn Studio adds to apps of v9 by itself are not among those to add', async () => {
  const { text } = await checklistIn(folderOf('external-v9-own'), {
    decided: [{ client: 'rasteplass:MaskinportenSettings', decision: 'studio' }],
  });
  const [, block = ''] = /```text\n([^`]*)```/.exec(text) ?? [];
  expect(block.trim()).not.toBe('');
  expect(block).not.toMatch(/altinn:serviceowner(\s|\/instances)/);
  expect(text).toMatch(/^Altinn Studio adds `altinn:serviceowner.* to every app of v9 by itself\.$/m);
});
