import { addIgnoreFile, costlyPatterns, isIgnored, rulesIn } from '../../../src/files/gitignore.ts';
import { textOf, treeOfText } from '../input/tree.ts';
import { hostilePiece, repeated } from '../mutate/hostile.ts';
import { demand, type Target } from '../target.ts';

const lines = [
  '*',
  '**',
  'bin/',
  '/App/',
  '!*.cs',
  '**/obj',
  'a/**/b',
  '[a-z',
  '[!a]',
  '\\#',
  '\\',
  '*?*?*?',
  '{a,b}',
  'æøå',
  '!',
  '/',
  '# x',
  '[]]',
  '[[:alpha:]]',
  '*a*b*c*d*e*f*',
  '((a+)+)$',
  '.*',
  '(',
  '+',
  '$',
  '^',
];
const paths = [
  'App/Program.cs',
  'App/',
  'æøå/å.json',
  'a b/c.cs',
  'x'.repeat(300),
  `${'a/'.repeat(60)}b.cs`,
  `${'a'.repeat(100)}!`,
];

export const gitignoreTarget: Target = {
  name: 'gitignore',
  limitMs: 2_000,
  generate(random) {
    const count = 1 + random.below(12);
    const written = Array.from({ length: count }, () => {
      const line = random.among(lines) ?? '*';
      if (random.chance(0.3)) return line + (random.among(lines) ?? '');
      if (random.chance(0.1)) return repeated(line, random);
      return random.chance(0.2) ? line + hostilePiece(random) : line;
    });
    return treeOfText(written.join(random.chance(0.8) ? '\n' : '\r\n'));
  },
  check(input) {
    const text = textOf(input);
    const rules = rulesIn(text);
    const deeper = addIgnoreFile(rules, { folder: 'App [x]', text });
    demand(costlyPatterns(text).length >= 0, 'costly patterns are told');
    for (const path of paths) {
      demand(isIgnored(rules, path) === isIgnored(rulesIn(text), path), 'the same path has the same answer');
      isIgnored(deeper, `App [x]/${path}`);
    }
  },
};
