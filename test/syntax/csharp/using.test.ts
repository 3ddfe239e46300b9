import { beforeAll, expect, test } from 'vitest';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { usingsOf } from '../../../src/syntax/csharp/using.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

test.each([
  ['using System;', { kind: 'namespace', global: false, alias: null, target: 'System' }],
  ['using System . Text /* why */ ;', { kind: 'namespace', target: 'System.Text' }],
  ['using global::System.Text;', { kind: 'namespace', target: 'System.Text' }],
  ['global using System;', { kind: 'namespace', global: true, target: 'System' }],
  ['using static System.Math;', { kind: 'static', global: false, alias: null, target: 'System.Math' }],
  ['global using static N.A;', { kind: 'static', global: true, target: 'N.A' }],
  ['using A = N.B;', { kind: 'alias', global: false, alias: 'A', target: 'N.B' }],
  ['using A = N.B<int, string>;', { kind: 'alias', alias: 'A', target: 'N.B<int,string>' }],
  ['global using A = global::N.B;', { kind: 'alias', global: true, alias: 'A', target: 'N.B' }],
  ['namespace N { using System; }', { kind: 'namespace', target: 'System' }],
  ['namespace N; using System;', { kind: 'namespace', target: 'System' }],
  ['using N\n#pragma warning disable A\n  .B // why\r\n# line 1 "x"\r\n;', { kind: 'namespace', target: 'N.B' }],
  ['#if A\nusing System;\n#endif', { kind: 'namespace', target: 'System' }],
])('%s', (source, expected) => {
  expect(usingsOf(parsed(source))).toMatchObject([expected]);
});

test.each(['using var a = F();', 'using (F()) { }', '// using System;', 'var a = "using System;";'])('%s', (source) => {
  expect(usingsOf(parsed(source))).toEqual([]);
});
