import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project.ts';

const page = readFileSync(`${projectRoot}SECURITY.md`, 'utf8');
const section = (title: string) => page.split(/^## /m).find((part) => part.startsWith(title)) ?? '';

test('every promise names tests, and they are there', () => {
  const [, , ...rows] = section('Promises').match(/^\|.*\|$/gm) ?? [];
  expect(rows.length).toBeGreaterThanOrEqual(8);
  for (const row of rows) {
    const files = [...row.matchAll(/`(test\/[^`]+\.test\.ts)`/g)].map(([, file]) => file ?? '');
    expect(files, row).not.toEqual([]);
    for (const file of files) {
      expect(existsSync(`${projectRoot}${file}`), file).toBe(true);
      expect(readFileSync(`${projectRoot}${file}`, 'utf8'), file).toMatch(/\bexpect/);
    }
  }
});

test('whoever finds a hole is told where to say so, and is given no address that nobody reads', () => {
  expect(section('Report a vulnerability')).toContain('Report a vulnerability_ of this repo on GitHub');
  expect(page).not.toMatch(/[\w.]+@[\w.]+|https?:/);
});
