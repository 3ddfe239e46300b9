import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileChange, formatPatch } from '../../src/files/patch.ts';
import { decode, encode, type SourceText } from '../../src/files/text.ts';
import { patchLineEnds } from '../../src/migrate/git.ts';
import { commitAll, contents, git, temporaryFolder, writeFiles } from './repo.ts';

const source = (text: string, bom = false): SourceText => ({ text, bom, encoding: 'utf-8', readOnly: null });

function change(path: string, before: string | null, after: string | null, more: Partial<FileChange> = {}): FileChange {
  return { path, before: before === null ? null : source(before), after, lineEnds: 'as-is', labels: [], ...more };
}

describe('formatPatch', () => {
  it('says each label in a comment line before the diff of its file, and orders files by path', () => {
    const labels = ['safe: config/custom-path', 'review: clients/\nexternal-service'];
    const patch = formatPatch([
      change('b.cs', 'one\ntwo\n', 'one\n2\n', { labels }),
      change('a.cs', 'x\n', null, { labels: ['safe: x'] }),
    ]);
    expect(patch).toBe(`# safe: x
diff --git a/a.cs b/a.cs
deleted file mode 100644
--- a/a.cs
+++ /dev/null
@@ -1,1 +0,0 @@
-x
# safe: config/custom-path
# review: clients/ external-service
diff --git a/b.cs b/b.cs
--- a/b.cs
+++ b/b.cs
@@ -1,2 +1,2 @@
 one
-two
+2
`);
  });

  it('leaves files out that do not change', () => {
    expect(formatPatch([change('a.cs', 'x', 'x', { labels: ['safe: x'] }), change('b.cs', null, null)])).toBe('');
  });

  it('takes a difference in line ends only for none, where git normalises them', () => {
    expect(formatPatch([change('a.cs', 'x\r\ny\n', 'x\ny\r\n', { lineEnds: 'lf' })])).toBe('');
  });

  it('is the patch with both sides exchanged when reversed', () => {
    const there = formatPatch([change('a.cs', 'x\ny\n', 'x\nz\n'), change('b.cs', null, 'new\n')]);
    const back = formatPatch([change('a.cs', 'x\nz\n', 'x\ny\n'), change('b.cs', 'new\n', null)]);
    const changes = [change('a.cs', 'x\ny\n', 'x\nz\n'), change('b.cs', null, 'new\n')];
    expect(formatPatch(changes, { reverse: true })).toBe(back);
    expect(there).not.toBe(back);
  });

  it('refuses a file that must not be edited, and two changes of one file', () => {
    const readOnly: FileChange = { ...change('a.cs', '', 'x'), before: { ...source('å'), readOnly: 'not-utf-8' } };
    expect(() => formatPatch([readOnly])).toThrow('cannot be edited in a patch (not-utf-8): a.cs');
    expect(() => formatPatch([change('a.cs', 'x', 'y'), change('a.cs', 'x', 'z')])).toThrow('two changes of one file');
  });

  it('replaces the whole file when nearly every line of a long one changes', () => {
    const root = temporaryFolder();
    const before = Array.from({ length: 5000 }, (_, line) => `old ${line}\n`).join('');
    const after = `${Array.from({ length: 4000 }, (_, line) => `new ${line}\n`).join('')}no line end`;
    writeFiles(root, { 'a.cs': before });
    const patch = formatPatch([change('a.cs', before, after)]);
    expect(patch.match(/^@@ .*$/gm)).toEqual(['@@ -1,5000 +1,4001 @@']);
    git(root, ['apply'], patch);
    expect(contents(root)['a.cs']).toBe(after);
  });

  it('gives a new and a deleted file their mode', () => {
    const root = temporaryFolder();
    git(root, ['init', '--quiet']);
    const patch = formatPatch([change('run.sh', null, '#!/bin/sh\n', { mode: '100755' })]);
    git(root, ['apply', '--index'], patch);
    expect(git(root, ['ls-files', '--stage'])).toMatch(/^100755 /);
    git(root, ['apply', '--index', '-R'], patch);
    expect(git(root, ['ls-files', '--stage'])).toBe('');
  });
});

const lineText = fc.constantFrom(
  '',
  'services.AddX();',
  '    indented',
  '\ttab\t',
  'trailing ',
  'blåbær 🫐',
  'a\rb',
  '\uFEFFmark',
  '+plus',
  '-minus',
  '--- a/x',
  '\\ No newline at end of file',
  '# comment',
  '@@ -1,1 +1,1 @@',
  'diff --git a/x b/x',
);
const lineEnd = fc.constantFrom('\n', '\r\n');
const style = fc.constantFrom('\n', '\r\n', '\r', 'mixed');

/** Lines in one style of line ends; the last one may have none. */
const lines = fc
  .tuple(fc.array(fc.tuple(lineText, lineEnd), { maxLength: 25 }), style, fc.boolean())
  .map(([all, ends, isOpen]) =>
    all.map(([text, end], index) => text + (isOpen && index === all.length - 1 ? '' : ends === 'mixed' ? end : ends)),
  );

type LineEdit = readonly [at: number, kind: 'remove' | 'insert' | 'replace', text: string];
const lineEdits: fc.Arbitrary<readonly LineEdit[]> = fc.array(
  fc.tuple(fc.nat(24), fc.constantFrom('remove', 'insert', 'replace'), lineText),
  { maxLength: 4 },
);

/** Inserted lines end as the line they stand at. */
function edited(all: readonly string[], edits: readonly LineEdit[]): string {
  const result = [...all];
  for (const [at, kind, text] of edits) {
    const index = Math.min(at, Math.max(0, result.length - 1));
    const end = /\r?\n?$/.exec(result[index] ?? '\n')?.[0] || '\n';
    if (kind === 'remove') result.splice(index, 1);
    else result.splice(index, kind === 'replace' ? 1 : 0, text + end);
  }
  return result.join('');
}

const fileName = fc.constantFrom(
  'App/Program.cs',
  'App/with space.cs',
  'App/blåbærsyltetøy.cs',
  'App/"quoted".cs',
  'App/tab\there.cs',
  'App/back\\slash.cs',
  'b/trailing ',
  'a b/b c.json',
  '-option.xml',
  'App/brackets [1]*.cs',
);
const fileState = fc.record({
  lines,
  bom: fc.boolean(),
  what: fc.constantFrom('edit', 'edit', 'edit', 'create', 'delete'),
  edits: lineEdits,
});
const tree = fc.dictionary(fileName, fileState, { minKeys: 1, maxKeys: 8, noNullPrototype: true });

interface Case {
  readonly change: FileChange;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

function caseOf(path: string, state: typeof fileState extends fc.Arbitrary<infer T> ? T : never): Case {
  const whole = source(state.lines.join(''), state.bom);
  // What begins with a byte-order mark is read as one.
  const read = decode(encode(whole)) ?? whole;
  const before = state.what === 'create' ? null : read;
  const after = state.what === 'delete' ? null : edited(state.lines, state.edits).replace(/^\uFEFF+/, '');
  return {
    change: { path, before, after, lineEnds: 'as-is', labels: [`safe: ${state.what}`] },
    before: before === null ? null : encode(before),
    after: after === null ? null : before === null ? Buffer.from(after) : encode(before, after),
  };
}

function treeOf(cases: readonly Case[], side: 'before' | 'after'): Record<string, Uint8Array> {
  const present = cases.flatMap((one) => {
    const bytes = one[side];
    return bytes === null ? [] : [[one.change.path, bytes] as const];
  });
  return Object.fromEntries(present);
}

const asLatin = (files: Readonly<Record<string, Uint8Array>>) =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')]));

function emptied(root: string): void {
  for (const path of Object.keys(contents(root))) rmSync(join(root, path));
}

describe('a patch', () => {
  it('applies to the very tree it was made from, gives the wanted bytes, and comes off again', () => {
    const root = temporaryFolder();
    git(root, ['init', '--quiet']);
    fc.assert(
      fc.property(tree, (files) => {
        const cases = Object.entries(files).map(([path, state]) => caseOf(path, state));
        const before = treeOf(cases, 'before');
        const after = treeOf(cases, 'after');
        const patch = formatPatch(cases.map((one) => one.change));
        emptied(root);
        writeFiles(root, before);
        if (patch === '') {
          expect(asLatin(after)).toEqual(asLatin(before));
          return;
        }
        git(root, ['apply', '--check'], patch);
        git(root, ['apply'], patch);
        expect(contents(root)).toEqual(asLatin(after));
        git(root, ['apply', '-R'], patch);
        expect(contents(root)).toEqual(asLatin(before));
        const backwards = formatPatch(
          cases.map((one) => one.change),
          { reverse: true },
        );
        git(root, ['apply'], patch);
        git(root, ['apply'], backwards);
        expect(contents(root)).toEqual(asLatin(before));
      }),
      { numRuns: 60 },
    );
  });

  it('leaves mixed line ends alone far from the edit, where git would else make them all alike', () => {
    const root = temporaryFolder();
    git(root, ['init', '--quiet']);
    const before = `first\r\n${'line\n'.repeat(20)}last\n`;
    writeFiles(root, { 'a.cs': before });
    commitAll(root);
    writeFiles(root, { '.gitattributes': '* text=auto\n' });
    const after = before.replace('last', 'end');
    const patch = formatPatch([change('a.cs', before, after)]);
    git(root, ['apply'], patch);
    expect(contents(root)['a.cs']).toBe(after);
    git(root, ['apply', '-R'], patch);
    expect(contents(root)['a.cs']).toBe(before);
  });

  it.each([
    ['core.autocrlf is true', { 'core.autocrlf': 'true' }, ''],
    ['.gitattributes says eol=crlf for C#', {}, '*.cs eol=crlf\n'],
    ['.gitattributes says text=auto and core.eol is crlf', { 'core.eol': 'crlf' }, '* text=auto\n'],
    ['.gitattributes says text=auto and the files have \\n', {}, '* text=auto\n'],
    ['core.autocrlf is true but .gitattributes says -text', { 'core.autocrlf': 'true' }, '* -text\n'],
  ])('made where %s applies there and to a clone where git converts nothing', (_, config, attributes) => {
    const settings = Object.entries(config).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    fc.assert(
      fc.property(tree, (files) => {
        const folder = temporaryFolder();
        const here = join(folder, 'here');
        const there = join(folder, 'there');
        git(folder, ['init', '--quiet', 'here']);
        for (const [name, value] of Object.entries(config)) git(here, ['config', name, value]);
        writeFiles(here, { '.gitattributes': attributes });
        const cases = Object.entries(files).map(([path, state]) => caseOf(path, state));
        writeFiles(here, treeOf(cases, 'before'));
        commitAll(here);
        // As a fresh checkout has them: converted on the way in and out.
        for (const path of Object.keys(treeOf(cases, 'before'))) rmSync(join(here, path));
        git(here, [...settings, 'checkout', '--quiet', '--', '.']);
        git(folder, ['-c', 'core.attributesFile=/dev/null', 'clone', '--quiet', '--no-checkout', 'here', 'there']);
        writeFiles(there, { '.git/info/attributes': '* -text\n' });
        git(there, ['checkout', '--quiet', 'main']);

        const paths = cases.map((one) => one.change.path);
        const ends = patchLineEnds(here, paths);
        if (ends.kind !== 'answer') throw new Error(ends.kind);
        const changes = cases.map(({ change: { path, before, after, labels } }): FileChange => {
          const lineEnds = ends.value.get(path) ?? 'as-is';
          if (before === null) return { path, before, after, labels, lineEnds };
          const read = decode(readFileSync(join(here, path)));
          if (read === null) throw new Error('not text');
          return { path, before: read, after: after === null ? null : reline(after, read.text), labels, lineEnds };
        });
        const patch = formatPatch(changes);
        if (patch === '') return;
        const untouched = [contents(here), contents(there)];
        git(here, ['apply', '--check'], patch);
        git(here, ['apply'], patch);
        git(there, ['apply'], patch);
        expect(contents(here)).toMatchObject(wanted(changes.filter(isPredictableHere), (bytes) => bytes));
        const inClone = wanted(changes, (bytes, { lineEnds }) =>
          lineEnds === 'lf' ? bytes.replaceAll('\r\n', '\n') : bytes,
        );
        expect(contents(there)).toEqual({ '.gitattributes': attributes, ...inClone });
        git(here, ['apply', '-R'], patch);
        git(there, ['apply', '-R'], patch);
        expect([contents(here), contents(there)]).toEqual(untouched);
      }),
      { numRuns: 12 },
    );
  });
});

/** The new text with the line ends of the text on disk, if those are all of one kind. */
function reline(text: string, like: string): string {
  const bare = like.replaceAll('\r\n', '');
  if (!bare.includes('\n')) return like.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
  return like.includes('\r\n') ? text : text.replaceAll('\r\n', '\n');
}

/**
 * Where git converts, it chooses the line ends of a new file and of one that had none so far; and the first lone \r, or
 * the last \r\n of a blob that has some, makes it change its mind about the whole file.
 */
function isPredictableHere({ before, after, lineEnds }: FileChange): boolean {
  if (before === null || after === null || hasLoneReturn(before.text) !== hasLoneReturn(after)) return false;
  return lineEnds === 'lf' ? before.text.includes('\n') : before.text.includes('\r\n') === after.includes('\r\n');
}

function hasLoneReturn(text: string): boolean {
  return /\r(?!\n)/.test(text);
}

function wanted(changes: readonly FileChange[], inRepo: (bytes: string, change: FileChange) => string) {
  const files = changes.flatMap((one) => {
    if (one.after === null) return [];
    const bytes = Buffer.from(one.before === null ? one.after : encode(one.before, one.after)).toString('latin1');
    return [[one.path, inRepo(bytes, one)] as const];
  });
  return Object.fromEntries(files);
}
