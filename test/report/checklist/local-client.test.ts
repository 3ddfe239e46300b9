import { expect, test } from 'vitest';
import { checklistIn, folderOf, linesWith } from './checklist-of.ts';

test('a client that runs in Development only is not to be tried in TT02', async () => {
  const { text } = await checklistIn(folderOf('external-per-environment'));
  expect(linesWith(text, '- [ ] `JaktClient`')).toEqual([
    '- [ ] `JaktClient`: Maskinporten token for `fjelltil:jakt.les`; `App/Program.cs:25`.',
  ]);
  expect(linesWith(text, '`JaktClient`')).toEqual([
    '`JaktClient` (`App/Program.cs:16`) runs in local runs only: it has nothing to be tried in TT02 or in production.',
  ]);
});
