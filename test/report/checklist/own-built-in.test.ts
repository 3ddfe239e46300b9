import { expect, test } from 'vitest';
import { checklistIn, folderOf, linesWith } from './checklist-of.ts';

test('what stays the app’s own and still has to be changed has the steps, and no word of scopes in Altinn Studio', async () => {
  const { text } = await checklistIn(folderOf('pair-dan-own-built-in'), {
    decided: [{ client: 'Maskinporten-Config-Path', decision: 'own-built-in' }],
  });
  expect(linesWith(text, '### ').slice(0, 5)).toEqual([
    '### Before the switch',
    '### 3. Change the code',
    '### 4. Build, and deploy to TT02',
    '### 5. Verify in TT02',
    '### 6. Deploy to production, and verify there',
  ]);
  expect(text).not.toContain('nothing moves');
  expect(text).not.toContain('once the scopes are in Altinn Studio');
  expect(text).not.toContain('goes over to the credentials');
});

test('what only configures a client is not one that keeps its credentials', async () => {
  const folder = folderOf('custom-path-literal');
  const { text: asItIs } = await checklistIn(folder);
  const [, section = ''] = /`--decide ([^=`]+)=/.exec(asItIs) ?? [];
  const { text } = await checklistIn(folder, { decided: [{ client: section, decision: 'own-built-in' }] });
  expect(text).toContain('(`own-built-in`)');
  expect(text).not.toContain('`ConfigureMaskinportenClient`');
});
