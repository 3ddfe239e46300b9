import { beforeAll, expect, test } from 'vitest';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { typesNamed } from '../../../src/syntax/csharp/project.ts';
import { parsed } from './sources.ts';

beforeAll(loadCSharp);

test.each([
  'class Keys { }',
  'class// Use("x");\nKeys { }',
  'public record /* { why } */ Keys(string A);',
  'struct\n#pragma warning disable A // a { b }\n Keys { }',
])('the text of a file is seen to declare a type: %j', (text) => {
  const file = parsed(text);
  const project = {
    file: () => file,
    filesMentioning: (word: string, pattern?: RegExp) =>
      text.includes(word) && (pattern?.test(text) ?? true) ? [file] : [],
  };
  expect(typesNamed(project, 'Keys')).toHaveLength(1);
});
