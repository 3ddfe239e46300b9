import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checklistIn, folderOf, linesWith } from './checklist-of.ts';

test('a tick does not go along to scopes that came after it', async () => {
  const folder = folderOf('external-unsupported-in-settings');
  const update = join(folder, 'body.md');
  await checklistIn(folder, { update });
  writeFileSync(update, readFileSync(update, 'utf8').replaceAll('- [ ]', '- [x]'));
  expect((await checklistIn(folder, { update })).talk).toHaveLength(1);
  const program = join(folder, 'App/Program.cs');
  writeFileSync(program, readFileSync(program, 'utf8').replaceAll('mattr:kontroller.bestill', 'mattr:kontroller.les'));
  const settings = join(folder, 'App/appsettings.json');
  writeFileSync(
    settings,
    readFileSync(settings, 'utf8').replaceAll('mattr:kontroller.bestill', 'mattr:kontroller.les'),
  );
  const { talk } = await checklistIn(folder, { update });
  expect(linesWith(readFileSync(update, 'utf8'), '- [ ] Add these scopes')).toHaveLength(1);
  expect(talk).toContain(
    'No longer ticked, because it is now about something else than when it was ticked: Add these scopes to the app in Altinn Studio (app settings, Maskinporten):',
  );
  expect(linesWith(readFileSync(update, 'utf8'), '- [x] Deploy to production.')).toHaveLength(1);
});
