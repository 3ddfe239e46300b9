import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../../end-to-end/binary.ts';
import { checklistIn, folderOf, linesWith } from './checklist-of.ts';

test('a cleanup that only removes the migration record says so, and shows it', async () => {
  const folder = folderOf('chimera-production-settings');
  cpSync(`${projectRoot}fixtures/chimera-production-settings/after/switch`, folder, { recursive: true });
  const { text } = await checklistIn(folder);
  expect(linesWith(text, '- [ ] Take in')).toEqual([
    '- [ ] Take in the patch of phase `cleanup`, which removes the migration record; from the root of the repo: `maskinflytt fix --phase cleanup | git apply`. Only once production is verified: it removes what a rollback needs.',
  ]);
  expect(linesWith(text, '- [ ] Look through')).toHaveLength(1);
  expect(linesWith(text, '- [ ] Look through')[0]).toContain('`maskinflytt.migration.json`');
});
