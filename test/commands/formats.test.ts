import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { requireOwnPlaces } from '../../src/commands/formats.ts';
import { en } from '../../src/words/en.ts';
import { temporaryFolder } from '../files/repo.ts';

const same = /Two formats want the file/;

function ask(...files: readonly (string | null)[]): () => void {
  return () =>
    requireOwnPlaces(
      files.map((file) => ({ name: 'json', file })),
      null,
      en,
    );
}

function folderWithLinks(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'real'));
  writeFileSync(join(folder, 'real', 'there.json'), '');
  symlinkSync('real', join(folder, 'linked'));
  symlinkSync('there.json', join(folder, 'real', 'link.json'));
  symlinkSync('real/later.json', join(folder, 'dangling.json'));
  symlinkSync('round.json', join(folder, 'round.json'));
  return folder;
}

test.each([
  ['one path written in two ways', 'a.json', './a.json'],
  ['a linked folder', 'real/new.json', 'linked/new.json'],
  ['folders to be made in a linked one', 'real/x/y/new.json', 'linked/x/y/new.json'],
  ['a linked file', 'real/there.json', 'real/link.json'],
  ['a link in a linked folder', 'real/there.json', 'linked/link.json'],
  ['a link to a file that is yet to be written', 'real/later.json', 'dangling.json'],
])('two formats cannot have the same file: %s', (_, one, other) => {
  const folder = folderWithLinks();
  expect(ask(join(folder, one), null, `${folder}/${other}`)).toThrow(same);
});

test('each may have a file of its own, and one the output', () => {
  const folder = folderWithLinks();
  expect(ask(join(folder, 'real/new.json'), join(folder, 'linked/other.json'), null)).not.toThrow();
  expect(ask(join(folder, 'round.json'), join(folder, 'linked/there.json'))).not.toThrow();
  expect(ask(null, null)).toThrow(/Two formats want the output/);
});

test('nor does a baseline that is written share one with a format', () => {
  const folder = folderWithLinks();
  const formats = [{ name: 'json', file: join(folder, 'real/there.json') }] as const;
  expect(() => requireOwnPlaces(formats, join(folder, 'real/link.json'), en)).toThrow(same);
  expect(() => requireOwnPlaces(formats, join(folder, 'real/other.json'), en)).not.toThrow();
});
