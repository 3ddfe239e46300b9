import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from '../end-to-end/binary.ts';
import { emptyFolder, filesBelow, removeRepos, repoOfFixture } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const endings = { github: 'github.txt', azure: 'azure.txt', gitlab: 'gitlab.json', csv: 'csv' } as const;

const suppressions = [
  { rule: 'scopes/to-add', path: '*', reason: 'Havner har dem; æøå = "bestilt"', expires: '2027-01-31' },
];

/** Each file in `golden/` was read by a person; read it again before it is renewed with `vitest -u`. */
describe('the lists read as they should', () => {
  test.each([
    ['broken-files', 'en'],
    ['broken-files', 'nb'],
    ['several-apps', 'en'],
    ['secrets-committed-key', 'nb'],
    ['two-phases', 'en'],
  ])('%s in %s', async (fixture, lang) => {
    const repo = repoOfFixture(fixture);
    if (fixture === 'two-phases') {
      writeFileSync(join(repo, 'maskinflytt.config.json'), JSON.stringify({ suppressions }));
    }
    const out = emptyFolder();
    const formats = Object.keys(endings).flatMap((name) => ['--format', `${name}=${join(out, name)}`]);
    const run = await maskinflytt(repo, ['audit', '--lang', lang, '--today', '2026-11-20', ...formats]);
    expect([run.stdout, run.stderr]).toEqual(['', '']);
    const written = filesBelow(out);
    for (const [name, ending] of Object.entries(endings)) {
      const text = Buffer.from(written.get(name) ?? '', 'latin1').toString('utf8');
      // A file of the repo has line feeds only; that CSV has others is tested where it is made.
      await expect(text.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`golden/${fixture}.${lang}.${ending}`);
    }
  });
});
