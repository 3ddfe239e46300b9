import { expect, test } from 'vitest';
import { checklistIn, folderOf, linesWith } from './checklist-of.ts';

test('what nobody decided is not ticked: it is only what happens by default', async () => {
  const folder = folderOf('external-unsupported-in-settings');
  const { text } = await checklistIn(folder);
  expect(linesWith(text, '- [ ] By default')).toEqual([
    '- [ ] By default, `Kontroll:MaskinportenSettings` moves to the client that Altinn Studio manages (`studio`): nobody has decided otherwise. To decide otherwise: `--decide Kontroll:MaskinportenSettings=own-external`, `--decide Kontroll:MaskinportenSettings=own-built-in`.',
  ]);
  expect(text).not.toContain('- [x] `Kontroll:MaskinportenSettings`');
});

test('what somebody decided is ticked, the move to Altinn Studio too', async () => {
  const folder = folderOf('external-unsupported-in-settings');
  const { text } = await checklistIn(folder, {
    decided: [{ client: 'Kontroll:MaskinportenSettings', decision: 'studio' }],
  });
  expect(linesWith(text, '- [x] `Kontroll')).toEqual([
    '- [x] `Kontroll:MaskinportenSettings` moves to the client that Altinn Studio manages (`studio`).',
  ]);
  expect(text).not.toContain('By default');
});

test('an app that has to be upgraded first has decided nothing either', async () => {
  const { text } = await checklistIn(folderOf('v8-2-app'));
  expect(linesWith(text, '- [ ] By default')).toHaveLength(1);
  expect(text).not.toContain('- [x] `fangst');
});
