import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repeatedOptions } from '../../../src/commands/repeated-options.ts';
import { temporaryFolder } from '../../files/repo.ts';

test('a vault listing from outside of the repo goes into no command that others read', () => {
  const folder = temporaryFolder();
  const root = join(folder, 'repo');
  mkdirSync(root);
  for (const file of ['names.txt', 'repo/names.txt']) writeFileSync(join(folder, file), '');
  const repeated = (file: string) =>
    repeatedOptions({ passedOn: ['--vault-secrets', join(folder, file), '--target', 'v9'] }, root);
  expect(repeated('names.txt')).toEqual(['--target', 'v9']);
  expect(repeated('repo/names.txt')).toEqual(['--vault-secrets', 'names.txt', '--target', 'v9']);
});
