import { Project } from 'ts-morph';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project.ts';
import { breaches, circles, importsIn } from './import-rules.ts';

const compilerOptions = { allowImportingTsExtensions: true };

describe('the rooms of src', () => {
  const root = `${projectRoot}src/`;
  const project = new Project({ skipAddingFilesFromTsConfig: true, compilerOptions });
  project.addSourceFilesAtPaths(`${root}**/*.ts`);
  const imports = importsIn(project, root);

  test('import one way', () => {
    expect(imports.length).toBeGreaterThan(500);
    expect(breaches(imports)).toEqual([]);
  });

  test('hold no files that load each other in a circle', () => {
    expect(circles(imports)).toEqual([]);
  });
});

describe('in a made-up house', () => {
  test.each([
    ['a lower room that imports a higher one', 'app/app.ts', `import { rule } from '../rules/rule.ts';`],
    ['a type from a higher room', 'files/text.ts', `import type { App } from '../app/app.ts';`],
    ['a dynamic import', 'rules/rule.ts', `export const later = () => import('../commands/audit.ts');`],
    ['a type written as an import', 'syntax/xml.ts', `export type A = import('../app/app.ts').App;`],
    ['a re-export', 'files/all.ts', `export * from '../syntax/xml.ts';`],
    ['a neighbour at the same height', 'migrate/plan.ts', `import type { Report } from '../report/report.ts';`],
    ['a report that runs the migration', 'report/show.ts', `import { plan } from '../migrate/plan.ts';`],
    ['words below the rules', 'syntax/xml.ts', `import type { Words } from '../words/words.ts';`],
    ['words that the app says itself', 'app/app.ts', `import { en } from '../words/words.ts';`],
    ['words that load another room', 'words/words.ts', `import { xml } from '../syntax/xml.ts';`],
    ['words that know an app', 'words/words.ts', `import type { App } from '../app/app.ts';`],
    ['a shared type that rests on a room', 'location.ts', `import type { Text } from './files/text.ts';`],
    ['a room that is not in the plan', 'helpers/text.ts', `import { text } from '../files/text.ts';`],
    ['the entry used from inside', 'cli/main.ts', `import { main } from '../index.ts';`],
  ])('%s is a breach', (_, path, text) => {
    const imports = importsIn(house({ [path]: text }), '/src/');
    expect(breaches(imports)).toEqual([expect.stringMatching(`^${path} imports `)]);
  });

  test.each([
    ['a higher room that imports a lower one', 'cli/main.ts', `import { text } from '../files/text.ts';`],
    ['words that name a type of syntax', 'words/words.ts', `import { type Xml } from '../syntax/xml.ts';`],
    ['a report that names what migrate made', 'report/show.ts', `import type { Plan } from '../migrate/plan.ts';`],
    ['what all share', 'files/text.ts', `import type { Location } from '../location.ts';`],
  ])('%s is none', (_, path, text) => {
    const imports = importsIn(house({ [path]: text }), '/src/');
    expect(imports).toHaveLength(1);
    expect(breaches(imports)).toEqual([]);
  });

  test('files that load each other are a circle; a type or a dynamic import makes none', () => {
    const importsOf = (files: Readonly<Record<string, string>>) => importsIn(house(files), '/src/');
    const loading = {
      'app/app.ts': `import { b } from './b.ts';`,
      'app/b.ts': `export { c } from './c.ts';`,
      'app/c.ts': `import { app } from './app.ts';`,
    };
    expect(circles(importsOf(loading))).toEqual([['app/app.ts', 'app/b.ts', 'app/c.ts', 'app/app.ts']]);
    const waiting = { ...loading, 'app/b.ts': `export const b = () => import('./c.ts');` };
    expect(circles(importsOf(waiting))).toEqual([]);
    const naming = { 'app/app.ts': `import { b } from './b.ts';`, 'app/b.ts': `import type { App } from './app.ts';` };
    expect(circles(importsOf(naming))).toEqual([]);
  });
});

/** A file in every room, some of them replaced. */
function house(files: Readonly<Record<string, string>>): Project {
  const rooms = {
    'location.ts': 'export interface Location {}',
    'index.ts': 'export const main = 1;',
    'files/text.ts': 'export const text = 1; export interface Text {}',
    'syntax/xml.ts': 'export const xml = 1; export interface Xml {}',
    'app/app.ts': 'export const app = 1; export interface App {}',
    'rules/rule.ts': 'export const rule = 1;',
    'migrate/plan.ts': 'export const plan = 1; export interface Plan {}',
    'report/report.ts': 'export interface Report {}',
    'commands/audit.ts': 'export const audit = 1;',
    'words/words.ts': 'export const en = 1; export interface Words {}',
  };
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions });
  for (const [path, text] of Object.entries({ ...rooms, ...files })) project.createSourceFile(`/src/${path}`, text);
  return project;
}
