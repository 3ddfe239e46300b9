import { expect, test } from 'vitest';
import { checklistIn, folderOf, linesWith } from './checklist-of.ts';

test.each([
  ['external-default-package-8-late', 'App/appsettings.Production.json:7'],
  ['eformidling-secret-read-by-hand', 'App/appsettings.json:26'],
])('what the patch of the phase takes away, nobody is told to do by hand: %s', async (fixture, place) => {
  const { text } = await checklistIn(folderOf(fixture));
  expect(linesWith(text, '- [ ] By hand, `config/mixed-credentials`')).toEqual([]);
  expect(linesWith(text, '- [ ] See that the patch')).toContain(
    `- [ ] See that the patch of phase \`switch\` takes \`config/mixed-credentials\` (\`${place}\`) along: nothing has to be changed for it by hand.`,
  );
});

test('what no patch takes away stays with people', async () => {
  const { text } = await checklistIn(folderOf('external-unsupported-in-settings'));
  expect(linesWith(text, '- [ ] By hand')).toHaveLength(2);
});
