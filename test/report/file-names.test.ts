import { describe, expect, test } from 'vitest';
import { fileNames } from '../../src/report/file-names.ts';

describe('a list calls a file', () => {
  test.each([
    ['by the path from the root of the only repo', ['/w/a', '/w/a'], '/w/a/App', '/w/a', 'App/x.cs'],
    ['so when the run started above it', ['/w/a'], '/w', '/w/a', 'App/x.cs'],
    ['by the path from the start among several', ['/w/a', '/w/b'], '/w', '/w/b', 'b/App/x.cs'],
    ['however deep they lie', ['/w/t/a', '/w/t/b'], '/w', '/w/t/a', 't/a/App/x.cs'],
    [
      'from the folder that holds them all, where the start does not',
      ['/w/a', '/w/b'],
      '/elsewhere',
      '/w/b',
      'w/b/App/x.cs',
    ],
    ['also where the start is inside of one', ['/w/a', '/w/a/App/sub'], '/w/a/App', '/w/a', 'App/x.cs'],
    ['and not from one whose name begins alike', ['/w/app', '/w/app2'], '/w/app', '/w/app2', 'app2/App/x.cs'],
  ])('%s', (_, roots, start, root, name) => {
    expect(fileNames(roots, start)(root, 'App/x.cs')).toBe(name);
  });

  test('by its path alone where nothing else is known', () => {
    expect(fileNames([], '/w')('/w', 'x.cs')).toBe('x.cs');
  });
});
