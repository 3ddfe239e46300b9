import { beforeAll, describe, expect, test } from 'vitest';
import { openSources } from '../../src/app/sources.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { workspaceOf } from './workspace-of.ts';

beforeAll(loadCSharp);

const deep = `class Deep { object a = ${'('.repeat(20_000)}1${')'.repeat(20_000)}; }`;
const files = {
  'App/A.cs': 'class A { void Use() { B(); } }',
  'App/B.cs': 'class B { void Used() { } } // Use of A',
  'App/Binary.cs': '\0\0\0Use',
  'App/Deep.cs': `${deep} // Use`,
  'Other/C.cs': 'class C { void Use() { } }',
};
const opened = () =>
  openSources(
    workspaceOf(files),
    Object.keys(files).filter((path) => path.startsWith('App/')),
  );

describe('the C# of an app', () => {
  test('is read when it is asked for, and once', () => {
    const sources = opened();
    expect(sources.parsed()).toEqual([]);
    expect(sources.file('App/A.cs')?.text).toBe(files['App/A.cs']);
    expect(sources.file('App/A.cs')).toBe(sources.file('App/A.cs'));
    expect(sources.parsed().map(({ path }) => path)).toEqual(['App/A.cs']);
  });

  test.each(['Other/C.cs', 'App/None.cs', 'App/Binary.cs', 'App/Deep.cs'])('has nothing of %s', (path) => {
    const sources = opened();
    expect(sources.file(path)).toBeNull();
    expect(sources.file(path)).toBeNull();
    expect(sources.parsed()).toEqual([]);
    expect(sources.tooSlow.size).toBe(0);
  });

  test('says of what nests too deeply where it does', () => {
    const sources = opened();
    expect(sources.tooDeep.size).toBe(0);
    sources.file('App/Deep.cs');
    sources.file('App/A.cs');
    expect([...sources.tooDeep.keys()]).toEqual(['App/Deep.cs']);
    expect(deep.charAt(sources.tooDeep.get('App/Deep.cs') ?? 0)).toBe('(');
  });

  test('is found by a word, and by how it stands there', () => {
    const sources = opened();
    const found = (word: string, pattern?: RegExp) => sources.filesMentioning(word, pattern).map(({ path }) => path);
    expect(found('Use')).toEqual(['App/A.cs', 'App/B.cs']);
    expect(found('Use', /void Use\b/)).toEqual(['App/A.cs']);
    expect(found('Use', /void Used\b/)).toEqual(['App/B.cs']);
    expect(found('Used')).toEqual(['App/B.cs']);
    expect(found('Unused')).toEqual([]);
    expect(sources.filesMentioning('Use')).toBe(sources.filesMentioning('Use'));
  });
});
