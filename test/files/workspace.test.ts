import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import type { Workspace } from '../../src/files/workspace.ts';
import { temporaryFolder, writeFiles } from './repo.ts';

function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>, maxFileSize?: number): Workspace {
  const root = temporaryFolder();
  writeFiles(root, files);
  return openWorkspace({ root, files: Object.keys(files), ...(maxFileSize !== undefined && { maxFileSize }) });
}

function textOf(workspace: Workspace, path: string): string | null {
  const read = workspace.read(path);
  return read.kind === 'text' ? read.source.text : null;
}

const withMark = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('class A {}\r\n')]);
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<Policy RuleId="scopes"/>', 'utf16le')]);

describe('read', () => {
  it('gives the decoded text of a file, by whatever spelling of its path', () => {
    const workspace = workspaceOf({ 'App/Program.cs': 'x' });
    expect(textOf(workspace, 'App/Program.cs')).toBe('x');
    expect(textOf(workspace, './App//Models/../Program.cs')).toBe('x');
  });

  it('reads a file once', () => {
    const workspace = workspaceOf({ 'a.cs': 'old' });
    expect(textOf(workspace, 'a.cs')).toBe('old');
    writeFileSync(join(workspace.root, 'a.cs'), 'new');
    expect(textOf(workspace, 'a.cs')).toBe('old');
    expect(workspace.filesWithAny(['new'], ['a.cs'])).toEqual([]);
  });

  it('parses the bytes that were searched, even when the file changed in between', () => {
    const workspace = workspaceOf({ 'a.cs': 'old' });
    expect(workspace.filesWithAny(['old'], ['a.cs'])).toEqual(['a.cs']);
    writeFileSync(join(workspace.root, 'a.cs'), 'new');
    expect(textOf(workspace, 'a.cs')).toBe('old');
  });

  it.each(['../secret.txt', 'App/../../secret.txt', '/etc/passwd', '..', 'a\0b'])(
    'does not leave the root for %j',
    (path) => {
      const workspace = workspaceOf({ 'root/a.cs': 'x', 'secret.txt': 's' });
      const inner = openWorkspace({ root: join(workspace.root, 'root'), files: ['a.cs'] });
      expect(inner.read(path)).toEqual({ kind: 'unreadable', reason: { code: 'outside-root' } });
      expect(inner.filesWithAny(['s'], [path])).toEqual([]);
    },
  );

  it('does not follow a symlink out of the root, neither of a file nor of a folder', () => {
    const outer = workspaceOf({ 'root/a.cs': 'x', 'secret/key.json': 'k', 'root-too/key.json': 'k' });
    const root = join(outer.root, 'root');
    symlinkSync('../secret/key.json', join(root, 'key.json'));
    symlinkSync('../secret', join(root, 'folder'));
    symlinkSync('../root-too/key.json', join(root, 'neighbour.json'));
    const workspace = openWorkspace({ root, files: ['a.cs'] });
    for (const path of ['key.json', 'folder/key.json', 'neighbour.json']) {
      expect(workspace.read(path)).toEqual({ kind: 'unreadable', reason: { code: 'outside-root' } });
    }
  });

  it('reads a symlink within the root, but does not let it be edited', () => {
    const workspace = workspaceOf({ 'App/a.cs': 'x' });
    symlinkSync('App/a.cs', join(workspace.root, 'link.cs'));
    symlinkSync('App', join(workspace.root, 'Folder'));
    for (const path of ['link.cs', 'Folder/a.cs']) {
      expect(workspace.read(path)).toMatchObject({ kind: 'text', source: { text: 'x', readOnly: 'symlink' } });
    }
    expect(workspace.read('App/a.cs')).toMatchObject({ kind: 'text', source: { readOnly: null } });
  });

  it('opens a root that is a symlink', () => {
    const folder = workspaceOf({ 'real/a.cs': 'x' });
    symlinkSync('real', join(folder.root, 'link'));
    const workspace = openWorkspace({ root: join(folder.root, 'link'), files: ['a.cs'] });
    expect(workspace.root).toBe(join(folder.root, 'real'));
    expect(workspace.read('a.cs')).toMatchObject({ kind: 'text', source: { readOnly: null } });
  });

  it('says why there is no text', () => {
    const workspace = workspaceOf({ 'big.cs': 'x'.repeat(11), 'fits.cs': 'x'.repeat(10), 'a.dll': 'MZ\0' }, 10);
    symlinkSync('loop', join(workspace.root, 'loop'));
    expect(workspace.read('big.cs')).toEqual({
      kind: 'unreadable',
      reason: { code: 'too-large', bytes: 11, limit: 10 },
    });
    expect(workspace.read('fits.cs').kind).toBe('text');
    expect(workspace.read('a.dll')).toEqual({ kind: 'unreadable', reason: { code: 'binary' } });
    expect(workspace.read('.')).toEqual({ kind: 'unreadable', reason: { code: 'outside-root' } });
    expect(workspace.read('none.cs')).toEqual({ kind: 'missing' });
    expect(workspace.read('big.cs/none.cs')).toEqual({ kind: 'missing' });
    expect(workspace.read('loop')).toEqual({ kind: 'unreadable', reason: { code: 'io-error', error: 'ELOOP' } });
  });

  it('does not wait for a named pipe', () => {
    const workspace = workspaceOf({ 'App/a.cs': 'x' });
    execFileSync('mkfifo', [join(workspace.root, 'pipe.cs')]);
    expect(workspace.read('pipe.cs').kind).toBe('unreadable');
    expect(workspace.read('App').kind).toBe('unreadable');
  });
});

describe('filesWithAny', () => {
  it('finds words in UTF-8, UTF-16 and windows-1252, in the order asked for', () => {
    const files = {
      'c.cs': 'using Maskinporten;',
      'b.xml': utf16,
      'a.xml': Buffer.from('\xe5 scopes', 'latin1'),
      'd.cs': '',
    };
    const workspace = workspaceOf(files);
    expect(workspace.filesWithAny(['scopes', 'Maskinporten'], ['d.cs', 'c.cs', 'b.xml', 'a.xml'])).toEqual([
      'c.cs',
      'b.xml',
      'a.xml',
    ]);
  });

  it('passes over what cannot be read', () => {
    const workspace = workspaceOf({ 'big.cs': 'word and more', 'a.cs': 'word' }, 5);
    expect(workspace.filesWithAny(['word'], ['big.cs', 'none.cs', '../a.cs', 'a.cs'])).toEqual(['a.cs']);
  });

  it('answers the same before and after the files are read, for any texts and words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'å'), minLength: 1, maxLength: 2 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'å', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('x', 'y', 'z'), text), fc.array(word), (files, words) => {
        const workspace = workspaceOf(files);
        const expected = Object.keys(files).filter((path) => words.some((one) => files[path]?.includes(one)));
        expect(workspace.filesWithAny(words, Object.keys(files))).toEqual(expected);
        for (const path of Object.keys(files)) workspace.read(path);
        expect(workspace.filesWithAny(words, Object.keys(files))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('filesWhere', () => {
  const holds = (word: string) => (content: string) => content.includes(word);

  it('shows the content of any file, binary ones a byte a character, in the order asked for', () => {
    const files = { 'c.pfx': Buffer.from([0, 0xe5, 0xff]), 'b.xml': utf16, 'a.txt': Buffer.from('å') };
    const workspace = workspaceOf(files);
    const found = () => ['c.pfx', 'b.xml', 'a.txt'].map((path) => workspace.filesWhere(() => true, [path]).length);
    expect(found()).toEqual([1, 1, 1]);
    expect(workspace.filesWhere(holds('\0\xe5\xff'), ['a.txt', 'c.pfx'])).toEqual(['c.pfx']);
    expect(workspace.filesWhere(holds('scopes'), ['b.xml', 'a.txt'])).toEqual(['b.xml']);
    for (const path of Object.keys(files)) workspace.read(path);
    expect(workspace.filesWhere(holds('\0\xe5\xff'), ['a.txt', 'c.pfx'])).toEqual(['c.pfx']);
  });

  it('passes over what cannot be read', () => {
    const workspace = workspaceOf({ 'big.cs': 'word and more', 'a.cs': 'word' }, 5);
    expect(workspace.filesWhere(() => true, ['big.cs', 'none.cs', '../a.cs', 'a.cs'])).toEqual(['a.cs']);
  });

  it('shows pending texts instead of what is on disk', () => {
    const texts = new Map([
      ['a.cs', 'new'],
      ['b.cs', null],
    ]);
    const changed = workspaceOf({ 'a.cs': 'old', 'b.cs': 'old', 'c.cs': 'old' }).withTexts(texts);
    expect(changed.filesWhere(holds('old'), ['c.cs', 'a.cs', 'b.cs'])).toEqual(['c.cs']);
    expect(changed.filesWhere(holds('new'), ['c.cs', 'a.cs', 'b.cs'])).toEqual(['a.cs']);
  });
});

describe('withTexts', () => {
  it('reads pending texts as if they were written, and leaves the base as it was', () => {
    const base = workspaceOf({ 'a.cs': 'a', 'b.cs': 'b', 'd.cs': 'd' });
    const changed = base.withTexts(
      new Map([
        ['a.cs', 'A'],
        ['b.cs', null],
        ['./c.cs', 'C'],
      ]),
    );
    expect(changed.files).toEqual(['a.cs', 'c.cs', 'd.cs']);
    expect(['a.cs', 'b.cs', 'c.cs', 'd.cs'].map((path) => textOf(changed, path))).toEqual(['A', null, 'C', 'd']);
    expect(changed.read('b.cs')).toEqual({ kind: 'missing' });
    expect(base.files).toEqual(['a.cs', 'b.cs', 'd.cs']);
    expect(['a.cs', 'b.cs', 'c.cs'].map((path) => textOf(base, path))).toEqual(['a', 'b', null]);
  });

  it('searches pending texts instead of what is on disk', () => {
    const changed = workspaceOf({ 'a.cs': 'old', 'b.cs': 'old', 'c.cs': 'old' }).withTexts(
      new Map([
        ['a.cs', 'new'],
        ['b.cs', null],
      ]),
    );
    expect(changed.filesWithAny(['old'], ['c.cs', 'a.cs', 'b.cs'])).toEqual(['c.cs']);
    expect(changed.filesWithAny(['new', 'old'], ['c.cs', 'a.cs', 'b.cs'])).toEqual(['c.cs', 'a.cs']);
  });

  it('keeps byte-order mark, encoding and whether the file may be edited', () => {
    const base = workspaceOf({ 'a.cs': withMark, 'b.xml': utf16 });
    const changed = base.withTexts(
      new Map([
        ['a.cs', 'A'],
        ['b.xml', 'B'],
        ['c.cs', 'C'],
      ]),
    );
    expect(changed.read('a.cs')).toEqual({
      kind: 'text',
      source: { text: 'A', bom: true, encoding: 'utf-8', readOnly: null },
    });
    expect(changed.read('b.xml')).toMatchObject({ source: { encoding: 'utf-16le', readOnly: 'utf-16' } });
    expect(changed.read('c.cs')).toEqual({
      kind: 'text',
      source: { text: 'C', bom: false, encoding: 'utf-8', readOnly: null },
    });
  });

  it('lays later texts over earlier ones', () => {
    const first = workspaceOf({ 'a.cs': withMark }).withTexts(
      new Map([
        ['a.cs', null],
        ['b.cs', 'b'],
      ]),
    );
    const second = first.withTexts(new Map([['a.cs', 'again']]));
    expect([first.files, second.files]).toEqual([['b.cs'], ['a.cs', 'b.cs']]);
    expect(second.read('a.cs')).toMatchObject({ source: { text: 'again', bom: true } });
    expect(textOf(second, 'b.cs')).toBe('b');
  });

  it('refuses a text outside the root', () => {
    expect(() => workspaceOf({}).withTexts(new Map([['../a.cs', 'x']]))).toThrow('outside the root');
  });

  it('is the last text written, for any layers of texts', () => {
    const path = fc.constantFrom('a', 'b', 'c', 'd');
    const layer = fc.dictionary(path, fc.option(fc.string()), { noNullPrototype: true });
    const base = fc.dictionary(path, fc.constantFrom('one', 'two'), { noNullPrototype: true });
    fc.assert(
      fc.property(base, fc.array(layer, { maxLength: 3 }), (files, layers) => {
        const start: Workspace = workspaceOf(files);
        const top = layers.reduce((workspace, texts) => workspace.withTexts(new Map(Object.entries(texts))), start);
        const expected: Record<string, string | null> = Object.assign({}, files, ...layers);
        const present = Object.keys(expected).filter((name) => expected[name] !== null);
        expect(top.files).toEqual(present.sort());
        for (const name of ['a', 'b', 'c', 'd']) expect(textOf(top, name)).toBe(expected[name] ?? null);
      }),
      { numRuns: 50 },
    );
  });
});
