import { beforeAll, expect, test } from 'vitest';
import { isEmptiedFile } from '../../../../src/syntax/csharp/operations/emptied-file.ts';
import { loadCSharp } from '../../../../src/syntax/csharp/parser.ts';

beforeAll(loadCSharp);

const before = 'using A;\n\nclass B { }\n';

test.each([
  ['nothing', '', true],
  ['usings and a comment', 'using A;\n\n// B\n', true],
  ['a namespace without braces', 'using A;\n\nnamespace N;\n', true],
  ['a namespace with braces', 'namespace N\n{\n}\n', true],
  ['a namespace that holds something', 'namespace N\n{\n    class C { }\n}\n', false],
  ['a type', 'class C { }\n', false],
  ['a statement', 'Run();\n', false],
  ['an attribute of the assembly', '[assembly: X]\n', false],
  ['what symbols decide', '#if X\nclass C { }\n#endif\n', false],
  ['what could not be parsed', 'class {', false],
])('of a file with %s left something is, or is not: %s', (_, after, emptied) => {
  expect(isEmptiedFile('A.cs', before, after)).toBe(emptied);
});

test('a file of usings alone was never more', () => {
  expect(isEmptiedFile('A.cs', 'global using A;\nglobal using B;\n', 'global using A;\n')).toBe(false);
});
