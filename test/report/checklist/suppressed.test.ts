import { expect, test } from 'vitest';
import { noConfig } from '../../../src/commands/config.ts';
import { checklistIn, folderOf, linesWith } from './checklist-of.ts';

test('a phase is not done with while something of it is only let stand', async () => {
  const folder = folderOf('external-unsupported-in-settings');
  const config = {
    ...noConfig,
    suppressions: (['clients/external-http-client', 'clients/unsupported-setting'] as const).map((rule) => {
      return { rule, path: '*', reason: 'Later', expires: null };
    }),
  };
  const { text } = await checklistIn(folder, { config });
  expect(text).not.toContain('Nothing is left to change in the repo for the switch');
  expect(linesWith(text, '- [ ] See that this')).toEqual([
    '- [ ] See that this may still stand: `clients/external-http-client` (`App/Program.cs:14`) is suppressed, so no patch takes it along.',
    '- [ ] See that this may still stand: `clients/unsupported-setting` (`App/appsettings.Production.json:5`) is suppressed, so no patch takes it along.',
  ]);
  expect(text).toContain('2 findings are suppressed');
  expect(linesWith(text, '- [x] Nothing')).toEqual(['- [x] Nothing is left to prepare.']);
});
