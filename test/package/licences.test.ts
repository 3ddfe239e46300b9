import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { thirdPartyLicenses } from '../../scripts/package/licenses.ts';
import { projectRoot } from '../../scripts/project.ts';

const listed = readFileSync(`${projectRoot}THIRD-PARTY-LICENSES.md`, 'utf8');

test('all that the package contains of others is listed with its terms, and nothing else', async () => {
  expect(await thirdPartyLicenses()).toBe(listed);
});

test('the terms let it be passed on under the MIT licence', () => {
  const sections = [...listed.matchAll(/^## (\S+) (\S+) \((.+)\)$/gm)].map(([, name, version, terms]) => {
    return { name, version, terms };
  });
  expect(sections.length).toBeGreaterThan(5);
  expect(sections.filter(({ terms }) => !['MIT', 'ISC', 'BSD-3-Clause'].includes(terms ?? ''))).toEqual([]);
  const lock = JSON.parse(readFileSync(`${projectRoot}package-lock.json`, 'utf8'));
  for (const { name, version } of sections) expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version });
  expect(readFileSync(`${projectRoot}LICENSE`, 'utf8')).toMatch(/^MIT License\n/);
});
