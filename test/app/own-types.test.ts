import { beforeAll, describe, expect, test } from 'vitest';
import { meansOwnType } from '../../src/app/own-types.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { firstOfKind } from '../syntax/csharp/sources.ts';
import { projectWith } from './startup/started.ts';

beforeAll(loadCSharp);

/** Whether `Settings` in the call of a program means the type that `Own.cs` declares. */
function meansOwn(program: string, own: string, ...imported: readonly string[]): boolean {
  const project = projectWith({ 'Program.cs': program, 'Own.cs': own });
  const file = project.file('Program.cs');
  if (file === null) throw new Error('no program');
  const imports = imported.map((target) => ({ kind: 'namespace', alias: null, target }) as const);
  return meansOwnType('Settings', firstOfKind(file, 'invocation_expression'), file, project, imports);
}

const within = (namespace: string) => `namespace ${namespace}; class A { void M() { Use<Settings>(); } }`;

describe('a simple name', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['of a type without a namespace', 'Use<Settings>();', 'class Settings { }', []],
    ['of a type without a namespace, from within one', within('App.Logic'), 'class Settings { }', []],
    ['of a type of the same namespace', within('App.Logic'), 'namespace App.Logic { class Settings { } }', []],
    ['of a type of a namespace around it', within('App.Logic.Inner'), 'namespace App.Logic { class Settings { } }', []],
    ['of an imported type', 'Use<Settings>();', 'namespace App.Logic { class Settings { } }', ['System', 'App.Logic']],
    ['of a record', 'Use<Settings>();', 'record Settings(string A);', []],
  ])('%s means the app’s own', (_, program, own, imported) => {
    expect(meansOwn(program, own, ...imported)).toBe(true);
  });

  test.each<[string, string, string, readonly string[]]>([
    ['that nothing declares', 'Use<Settings>();', 'class SettingsModel { }', []],
    ['of a type that is not imported', 'Use<Settings>();', 'namespace App.Logic { class Settings { } }', ['App']],
    ['of a type further in', within('App'), 'namespace App.Logic { class Settings { } }', []],
    [
      'of a type of a namespace with a longer name',
      within('App.Logics'),
      'namespace App.Logic { class Settings { } }',
      [],
    ],
    ['of a type within another', 'Use<Settings>();', 'class Outer { class Settings { } }', []],
  ])('%s means no type of the app', (_, program, own, imported) => {
    expect(meansOwn(program, own, ...imported)).toBe(false);
  });

  test('is not brought by a static import, nor by an alias', () => {
    const project = projectWith({ 'Program.cs': 'Use();', 'Own.cs': 'namespace Own { class Settings { } }' });
    const file = project.file('Program.cs');
    if (file === null) throw new Error('no program');
    const place = firstOfKind(file, 'invocation_expression');
    for (const kind of ['static', 'alias'] as const) {
      const imported = [{ kind, alias: kind === 'alias' ? 'A' : null, target: 'Own' }];
      expect(meansOwnType('Settings', place, file, project, imported)).toBe(false);
    }
  });
});
