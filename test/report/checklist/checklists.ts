import fc from 'fast-check';
import { type Checklist, type Entry, type Weight, weights } from '../../../src/report/checklist/checklist.ts';
import { shortKeys } from '../../../src/report/checklist/short-keys.ts';
import { code, type Line, plain } from '../../../src/report/page/page.ts';

/** What a repo might hold to break out of where it stands. */
const hostile = [
  '</details><script>x</script>',
  '<!-- /maskinflytt:checklist -->',
  '\n<!-- maskinflytt:checklist -->\n',
  '- [x] y <!--mf-abc123-->',
  '\n- [x] y <!--mf-abc123-->\n',
  '```\n# heading',
  '~~~~',
  'a|b `c` ``d',
  '@ola #12 GH-12 !3 :tada:',
  'https://x.no www.x.no <ola@x.no>',
  '===\n---\n1. x',
  '\u202e\u2028\u0000',
  '[x](javascript:x) ![y](z)',
  '&lt;b&gt; \\',
];

const words = fc.oneof(fc.constantFrom(...hostile), fc.lorem({ maxCount: 12 }), fc.string());
const line: fc.Arbitrary<Line> = fc.array(
  words.chain((text) => fc.constantFrom(plain(text), code(text))),
  { minLength: 1, maxLength: 3 },
);
const weight = fc.constantFrom<Weight>(...weights.filter((one) => one !== 'detail'));

const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({
    kind: fc.constant('task' as const),
    key: fc.string(),
    covers: fc.array(fc.string(), { maxLength: 2 }),
    done: fc.boolean(),
    weight,
    line,
    detail: fc.oneof(fc.constant([]), line),
    copy: fc.array(
      fc.constantFrom(...hostile, 'a:b').map((text) => text.replace(/\s/g, '')),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    kind: fc.constantFrom('paragraph' as const, 'point' as const),
    weight,
    line,
    detail: fc.oneof(fc.constant([]), line),
  }),
);

/** Any checklists at all, of apps with any names. */
export const checklists: fc.Arbitrary<readonly Checklist[]> = fc
  .array(
    fc.record({
      about: fc.string(),
      title: line,
      sections: fc.array(
        fc.record({
          heading: fc.oneof(fc.constant(null), fc.constant('3. Change the code')),
          entries: fc.array(entry, { maxLength: 8 }),
        }),
        { maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(shortKeys);

export function entriesOf(made: readonly Checklist[]): readonly Entry[] {
  return made.flatMap(({ sections }) => sections.flatMap((section) => section.entries));
}

/** Just these tasks, in one section. */
export function checklistOf(
  ...tasks: readonly { readonly key: string; readonly says: string; readonly done: boolean }[]
) {
  const entries = tasks.map(
    ({ key, says, done }): Entry => ({
      kind: 'task',
      key,
      covers: [],
      done,
      weight: 'work',
      line: [plain(says)],
      detail: [],
      copy: [],
    }),
  );
  return [{ about: 'app', title: [plain('Checklist')], sections: [{ heading: null, entries }] }] satisfies Checklist[];
}
