import { beforeAll, expect, test } from 'vitest';
import { applyTidily } from '../../../src/files/blank-lines.ts';
import { linesWithSecrets } from '../../../src/files/secret-text.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { plausibleSymbolSets, preprocess, symbolsAskedFor } from '../../../src/syntax/csharp/preprocessor.ts';
import {
  extensionDeclaration,
  functionDeclaration,
  typesNamed,
  wholeWord,
} from '../../../src/syntax/csharp/project.ts';
import { usingsOf } from '../../../src/syntax/csharp/using.ts';
import { withoutDoomed } from './operations/removal.ts';
import { evaluateUse, parsed } from './sources.ts';

beforeAll(loadCSharp);

const size = 200_000;
/** No measurement: what searches again from every character of such a text takes minutes. */
const limitInMilliseconds = 20_000;

function run(unit: string): string {
  return unit.repeat(size / unit.length);
}

const units = [
  ...[' ', '\t', '\n', '\r', '\u2028', '"', "'", '\\', '/', '*', '<', '>', '(', '[', '{', '=', ':', ',', '#', 'a', '1'],
  ...['/*', '/**/', '//', '//\n', '"""', '@"', '""', '\\"', '" ', ' "', ': ', '= ', '> ', '# ', '#if A\n', '#endif\n'],
  ...['class ', 'class\n', 'record struct ', 'enum Ad', 'global ', 'global using ', 'return Add', ' Add', 'void Add '],
  ...[
    'Add',
    'Add ',
    'Add<',
    'Add<>',
    'Add(',
    'Add( ',
    'Add(/*',
    'Add(/**/',
    'Add(//',
    'Add(//\n',
    '//Add(\n',
    '/*Add(*/',
  ],
  ...[
    'Add([',
    '[Add(]',
    'Secret',
    'Secret ',
    'Secret:',
    'Secret: ',
    'Secret="',
    'Secret>',
    'Secret> ',
    'Password=',
    'eyJ',
  ],
  ...[
    '//class class class class\n',
    `//${'class '.repeat(33)}\n`,
    `/*${'class '.repeat(33)}*/`,
    `#${'class '.repeat(33)}\n`,
  ],
  ...['"d":"', '"d" : ', '-----BEGIN ', '-----BEGIN PRIVATE KEY-----', '-----END ', 'PRIVATE KEY', 'aB1', 'aB1…'],
  ...[
    '" + "',
    '"+',
    '"A" + ',
    '8Q~',
    '1118Q~',
    'name:',
    'name: ',
    'name: Key\n',
    'name:Key value',
    'name: key, value: ',
  ],
  ...['ENV ', '\nENV Key ', 'ENV Key', '\npassword: ', '-', 'password: 1 ', 'key="', 'key = a', 'key=abcdef0123456789'],
  ...['X509Certificate2(', 'X509Certificate2("', 'X509Certificate2("",', '"X509Certificate2("', 'X509Certificate2(a,'],
  ...['AddAzureKeyVault(a,b,', 'AddAzureKeyVault("(",', 'ClientSecretCredential x = new(', 'ClientSecretCredential '],
];
const beginnings = [
  'x Add',
  'x Add(',
  'x Add<A>(',
  'class',
  'Secret',
  'Secret:',
  'Secret="',
  '"d":',
  '#if ',
  'name:Key',
  'X509Certificate2(',
  'ENV Key',
  'key=',
];
const nestedRuns = [' ', '/**/', '//\n', '\\', '/', '<', '[', '"', '=', '$'];

const texts = [
  ...units.map(run),
  ...beginnings.flatMap((beginning) => nestedRuns.map((unit) => `${beginning}${run(unit)}\u2028x`)),
];

function testing(pattern: RegExp): (text: string) => void {
  return (text) => pattern.test(text);
}

function searchForType(text: string): void {
  const filesMentioning = (_word: string, pattern?: RegExp) => {
    pattern?.test(text);
    return [];
  };
  typesNamed({ file: () => null, filesMentioning }, 'Add');
}

/** Whatever looks at a text before it is parsed. */
const readers: Readonly<Record<string, (text: string) => void>> = {
  'a function': testing(functionDeclaration('Add')),
  'an extension': testing(extensionDeclaration('Add')),
  'a word': testing(wholeWord('Add')),
  'a type': searchForType,
  'conditional compilation': (text) => {
    const { conditionals } = preprocess(text, new Set());
    for (const symbols of plausibleSymbolSets(symbolsAskedFor(conditionals))) preprocess(text, symbols);
  },
  secrets: linesWithSecrets,
  'blank lines': (text) => {
    applyTidily(`${text}\nx\n${text}`, [{ start: text.length + 1, end: text.length + 3, replacement: '' }]);
  },
};

test.each(Object.keys(readers))('no text keeps the search for %s busy', (name) => {
  const slow: string[] = [];
  for (const text of texts) {
    const start = performance.now();
    readers[name]?.(text);
    if (performance.now() - start > limitInMilliseconds) slow.push(`${text.slice(0, 20)}…${text.slice(-5)}`);
  }
  expect(slow).toEqual([]);
});

test.each([
  ['removing behind a run of spaces', () => withoutDoomed(`A();${run(' ')}B(); services.Doomed(); C();\n`)],
  ['trimming a run of spaces', () => evaluateUse(`Use("x${run(' ')}x".Trim());`)],
  [
    'type arguments inside each other',
    () => evaluateUse(`class C : ${'A<'.repeat(20_000)}B${'>'.repeat(20_000)} { void M() { Use(P); } }`),
  ],
  ['a large file of comments about classes', () => searchForType(`//${'class '.repeat(33)}\n`.repeat(20_000))],
  ['comments inside a name', () => usingsOf(parsed(`using A${run('/**/')}.B;`))],
])('%s takes no time', (_what, act) => {
  const start = performance.now();
  act();
  expect(performance.now() - start).toBeLessThan(limitInMilliseconds);
});
