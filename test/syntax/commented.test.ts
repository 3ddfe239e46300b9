import { beforeAll, describe, expect, test } from 'vitest';
import { aboutOf, type Commented } from '../../src/syntax/commented.ts';
import { commentedCSharp } from '../../src/syntax/csharp/commented.ts';
import { readCSharp } from '../../src/syntax/csharp/file.ts';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { commentedDockerfile } from '../../src/syntax/dockerfile.ts';
import { commentedJson } from '../../src/syntax/json/commented.ts';
import { parseJson } from '../../src/syntax/json/parse.ts';
import { commentedXml } from '../../src/syntax/xml/commented.ts';
import { parseXml } from '../../src/syntax/xml/parse.ts';
import { commentedYaml } from '../../src/syntax/yaml/commented.ts';
import { parseYaml } from '../../src/syntax/yaml/parse.ts';

beforeAll(loadCSharp);

/** Each comment that holds an `@`, and what it is about. */
function about(commented: Commented | null): readonly (readonly string[])[] {
  if (commented === null) throw new Error('not read');
  const { text, comments } = commented;
  return comments
    .filter(({ start, end }) => text.slice(start, end).includes('@'))
    .map((comment) => aboutOf(commented, comment).map(({ start, end }) => text.slice(start, end)));
}

function inCSharp(text: string) {
  const file = readCSharp('a.cs', text);
  return about(file && commentedCSharp(file));
}

function inXml(text: string) {
  const parsed = parseXml(text);
  return about(parsed.kind === 'document' ? commentedXml(parsed.document) : null);
}

function inJson(text: string) {
  const parsed = parseJson(text);
  return about(parsed.kind === 'document' ? commentedJson(parsed.document) : null);
}

function inYaml(text: string) {
  const parsed = parseYaml(text);
  return about(parsed.kind === 'document' ? commentedYaml(parsed.document) : null);
}

describe('a comment in C# is about', () => {
  test('its line, beside code', () => {
    expect(inCSharp('A();\nB(); // @\nC();\n')).toEqual([['B(); // @']]);
    expect(inCSharp('A();\n/* @ */ B();\nC();\n')).toEqual([['/* @ */ B();']]);
    expect(inCSharp('A(\n  b, // @\n  c);\n')).toEqual([['  b, // @']]);
    expect(inCSharp('A(); /* @\n over lines */ B();\nC();\n')).toEqual([['A(); /* @\n over lines */ B();']]);
  });

  test('the statement below, over all its lines', () => {
    expect(inCSharp('// @\nservices\n  .A()\n  .B(x => { C(); });\nD();\n')).toEqual([
      ['services\n  .A()\n  .B(x => { C(); });'],
    ]);
    expect(inCSharp('void F()\n{\n  // @\n  if (a)\n  {\n    B();\n  }\n  C();\n}\n')).toEqual([
      ['if (a)\n  {\n    B();\n  }'],
    ]);
  });

  test('what stands below other comments, directives and empty lines', () => {
    expect(inCSharp('// @ one\r\n// @ two\r\n\r\n/* more */\r\n#pragma warning disable\r\nA();\r\nB();')).toEqual([
      ['A();'],
      ['A();'],
    ]);
  });

  test('a declaration, an argument, or a link of a chain', () => {
    expect(inCSharp('class A\n{\n  // @\n  [X]\n  void F()\n  {\n    B();\n  }\n  int c;\n}\n')).toEqual([
      ['[X]\n  void F()\n  {\n    B();\n  }'],
    ]);
    expect(inCSharp('A(\n  // @\n  b.C(\n    d),\n  e);\n')).toEqual([['b.C(\n    d)']]);
    expect(inCSharp('a\n  .B()\n  // @\n  .C(1)\n  .D();\n')).toEqual([['.C(1)']]);
  });

  test('the first thing in the file, not the file', () => {
    expect(inCSharp('// @\nusing A;\nusing B;\nC();\n')).toEqual([['using A;']]);
    expect(inCSharp('using A;\n// @\n')).toEqual([[]]);
    expect(inCSharp('void F()\n{\n  A();\n  // @\n}\nB();\n')).toEqual([['}']]);
  });

  test('the code of each branch that may be compiled', () => {
    expect(inCSharp('// @\n#if DEBUG\nA();\n#else\nB();\n#endif\nC();\n')).toEqual([['B();', 'A();']]);
    expect(inCSharp('#if false\n// @\nA();\n#endif\nB();\n')).toEqual([]);
    expect(inCSharp('#if DEBUG\n// @\nA();\n#endif\nB();\n')).toEqual([['A();']]);
  });

  test('nothing where it is text', () => {
    expect(
      inCSharp('var a = "// @";\nvar b = """\n  // @\n  """;\nvar c = @"\n// @";\nvar d = $"/* @ */{e}";\n'),
    ).toEqual([]);
    expect(inCSharp('var a = "http://*:5005"; // @\n')).toEqual([['var a = "http://*:5005"; // @']]);
  });
});

test('a comment in XML is about the element below it with all that is in it, or its line', () => {
  const text =
    '<?xml version="1.0"?>\n<!-- @ -->\n<a>\n  <!-- @\n  -->\n  <b\n    c="@"><d/>\n  </b> <!-- @ -->\n  <![CDATA[<!-- @ -->]]>\n  <!-- @ -->\n</a>\n';
  expect(inXml(text)).toEqual([
    [text.slice(text.indexOf('<a>')).trimEnd()],
    ['<b\n    c="@"><d/>\n  </b>'],
    ['  </b> <!-- @ -->'],
    ['</a>'],
  ]);
});

test('a comment in JSON is about the key or the item below it, or its line', () => {
  const text =
    '// @\n{\n  // @\n  "a": {\n    "b": [ 1, // @\n      /* @ */\n      [2]\n    ]\n  },\n  "c": "// @" /* @ */\n  // @\n}\n';
  expect(inJson(text)).toEqual([
    [text.slice(5).trimEnd()],
    ['"a": {\n    "b": [ 1, // @\n      /* @ */\n      [2]\n    ]\n  }'],
    ['    "b": [ 1, // @'],
    ['[2]'],
    ['  "c": "// @" /* @ */'],
    ['}'],
  ]);
});

test('a comment in YAML is about the entry below it, or its line', () => {
  const text = '# @\na:\n  # @\n  - name: "# @"\n    value: 1 # @\n  # @\n  - name: b\nc: |\n  # @\n---\n# @\nd: 1\n';
  expect(inYaml(text)).toEqual([
    ['a:\n  # @\n  - name: "# @"\n    value: 1 # @\n  # @\n  - name: b'],
    ['- name: "# @"\n    value: 1'],
    ['    value: 1 # @'],
    ['- name: b'],
    ['d: 1'],
  ]);
});

test('a comment in a Dockerfile is about the instruction below it, or the line it stands between', () => {
  const text =
    'FROM a # @ no comment\n# @\nENV A=1 \\\n    # @\n    B=2 \\\n    C=3\nRUN <<END\n# @ no comment\nEND\n  # @\nRUN b\n# @\n';
  expect(about(commentedDockerfile(text))).toEqual([
    ['ENV A=1 \\\n    # @\n    B=2 \\\n    C=3'],
    ['B=2 \\'],
    ['RUN b'],
    [''],
  ]);
});
