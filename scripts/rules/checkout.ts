import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from '../project.ts';
import type { Files } from './missing-parts.ts';
import { expectedFile } from './rule-files.ts';
import { readSchema, ruleLists, schemaFiles } from './schemas.ts';
import { unwritten } from './unwritten.ts';

/** The files of this checkout. */
export const checkout: Files = {
  has: (path) => existsSync(`${projectRoot}${path}`),
  expectedRules: (fixture) => {
    const expected: { readonly apps: readonly { readonly findings: readonly { readonly rule: string }[] }[] } =
      JSON.parse(readFileSync(`${projectRoot}${expectedFile(fixture)}`, 'utf8'));
    return expected.apps.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  },
  schemasWithout: (id) => schemaFiles.filter((path) => !ruleLists(readSchema(path)).some((list) => list.includes(id))),
  isUnwritten: (path) => {
    const file = `${projectRoot}${path}`;
    return existsSync(file) && unwritten.some((mark) => readFileSync(file, 'utf8').includes(mark));
  },
};
