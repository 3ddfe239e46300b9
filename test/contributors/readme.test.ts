import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readQuickStart, refreshQuickStart } from '../../scripts/docs/quick-start.ts';
import { projectRoot } from '../../scripts/project.ts';

const readme = readFileSync(`${projectRoot}README.md`, 'utf8');

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

test('the README is a front door', () => {
  expect(readme.split('\n').length).toBeLessThan(150);
});
