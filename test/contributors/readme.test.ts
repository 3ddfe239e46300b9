import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readQuickStart, refreshQuickStart } from '../../scripts/docs/quick-start.ts';
import { projectRoot } from '../../scripts/project.ts';
import { maskinflytt } from '../end-to-end/binary.ts';
import { removeRepos, repoOfFixture } from '../end-to-end/repo.ts';

const readme = readFileSync(`${projectRoot}README.md`, 'utf8');

afterAll(removeRepos);

test('the README shows what its first command prints', async () => {
  expect(readQuickStart(readme).command).toMatch(/^npm ci && npm run build && node bin\/maskinflytt\.js audit /);
  expect(await refreshQuickStart(readme)).toBe(readme);
});

test('it would not stay unseen if the command printed something else', async () => {
  const { shown } = readQuickStart(readme);
  const older = readme.replace(shown, () => shown.replace('1 error', '2 errors'));
  expect(older).not.toBe(readme);
  expect(await refreshQuickStart(older)).toBe(readme);
});

test('a newcomer has two commands, a line each', () => {
  const section = readme.split(/^## /m).find((part) => part.startsWith('Quick start')) ?? '';
  const blocks = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands);
  expect(blocks).toEqual([expect.stringMatching(/^npm ci .*\n$/), 'npm test\n']);
});

test('the configuration it shows is one that the tool takes, and says what it says it does', async () => {
  const repo = repoOfFixture('custom-path-literal');
  const config = readme.match(/^```jsonc\n(.*?)^```$/ms)?.[1] ?? '';
  writeFileSync(join(repo, 'maskinflytt.config.json'), config.replace('myapp', 'skjenkebevilling'));
  const audit = (today: string) => maskinflytt(repo, ['audit', '--today', today]);
  expect(await audit('2027-03-31')).toMatchObject({ code: 0, stderr: '' });
  expect((await audit('2027-04-01')).code).toBe(1);
});

test('the README is a front door', () => {
  expect(readme.split('\n').length).toBeLessThan(150);
});
