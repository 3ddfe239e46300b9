import nodeFs, { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type SourceText } from '../../src/files/text.ts';
import { type FileSystem, type Write, writeAll } from '../../src/migrate/apply.ts';
import { contents, temporaryFolder, writeFiles } from '../files/repo.ts';

const source = (text: string, bom = false): SourceText => ({ text, bom, encoding: 'utf-8', readOnly: null });
const edit = (path: string, before: string, after: string): Write => ({ path, before: source(before), after });
const creation = (path: string, after: string): Write => ({ path, before: null, after });
const deletion = (path: string, before: string): Write => ({ path, before: source(before), after: null });

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = temporaryFolder();
  writeFiles(root, files);
  return root;
}

const three = { 'App/a.cs': 'a\r\n', 'App/b.cs': 'b', 'c.json': '{}' };
const threeWrites = [edit('App/a.cs', 'a\r\n', 'A\r\n'), deletion('App/b.cs', 'b'), creation('new/deep/d.cs', 'd')];

describe('writeAll', () => {
  it('changes, creates and deletes files, and leaves nothing else behind', () => {
    const root = folderWith(three);
    expect(writeAll(root, threeWrites)).toEqual({ kind: 'written', leftovers: [] });
    expect(contents(root)).toEqual({ 'App/a.cs': 'A\r\n', 'c.json': '{}', 'new/deep/d.cs': 'd' });
  });

  it('keeps the byte-order mark', () => {
    const bytes = Buffer.from('\uFEFFold');
    const root = folderWith({ 'a.cs': bytes });
    const before = decode(bytes);
    expect(writeAll(root, [{ path: 'a.cs', before, after: 'new' }]).kind).toBe('written');
    expect(contents(root)).toEqual({ 'a.cs': Buffer.from('\uFEFFnew').toString('latin1') });
  });

  it('keeps the mode of a file, and gives a new one the mode asked for', () => {
    const root = folderWith({ 'run.sh': 'a', 'locked.cs': 'a' });
    chmodSync(join(root, 'run.sh'), 0o755);
    chmodSync(join(root, 'locked.cs'), 0o440);
    const writes = [
      edit('run.sh', 'a', 'b'),
      edit('locked.cs', 'a', 'b'),
      { ...creation('new.sh', ''), mode: '100755' } as const,
    ];
    expect(writeAll(root, writes).kind).toBe('written');
    const mode = (path: string) => statSync(join(root, path)).mode & 0o777;
    expect([mode('run.sh'), mode('locked.cs')]).toEqual([0o755, 0o440]);
    expect(mode('new.sh') & 0o100).toBe(0o100);
  });

  it('keeps the owner where it may', () => {
    const root = folderWith({ 'a.cs': 'a' });
    if (process.geteuid?.() === 0) nodeFs.chownSync(join(root, 'a.cs'), 1234, 1234);
    const { uid, gid } = statSync(join(root, 'a.cs'));
    writeAll(root, [edit('a.cs', 'a', 'b')]);
    expect(statSync(join(root, 'a.cs'))).toMatchObject({ uid, gid });
  });
});

describe('writeAll touches nothing', () => {
  interface Case {
    readonly when: string;
    readonly write: Write;
    readonly reason: string;
    readonly symlink?: { readonly from: string; readonly to: string };
  }
  const readOnly = { ...source('{}'), readOnly: 'not-utf-8' } as const;
  const cases: readonly Case[] = [
    { when: 'a file changed since it was read', write: edit('c.json', '{ }', 'x'), reason: 'changed-since-read' },
    { when: 'a file to delete changed', write: deletion('c.json', 'other'), reason: 'changed-since-read' },
    { when: 'a file is gone', write: edit('gone.cs', 'a', 'b'), reason: 'missing' },
    { when: 'the folder of a file is gone', write: edit('gone/a.cs', 'a', 'b'), reason: 'missing' },
    { when: 'a file to create is there already', write: creation('c.json', 'x'), reason: 'exists' },
    { when: 'a folder stands where a file should', write: edit('App', 'a', 'b'), reason: 'not-a-file' },
    { when: 'a file stands where a folder should', write: creation('c.json/a.cs', 'b'), reason: 'not-a-file' },
    { when: 'a path leads outside', write: creation('../a.cs', 'b'), reason: 'outside-root' },
    { when: 'a path is absolute', write: creation('/tmp/a.cs', 'b'), reason: 'outside-root' },
    { when: 'a path is the root itself', write: creation('App/..', 'b'), reason: 'outside-root' },
    { when: 'a path leads into .git', write: creation('App/.GIT/config', 'b'), reason: 'inside-git-folder' },
    { when: 'two changes are about one file', write: edit('App/../App/a.cs', 'a\r\n', 'x'), reason: 'named-twice' },
    { when: 'a file is read-only', write: { path: 'c.json', before: readOnly, after: 'x' }, reason: 'read-only' },
    {
      when: 'a file is a symlink',
      write: edit('link.json', '{}', 'x'),
      reason: 'symlink',
      symlink: { from: 'link.json', to: 'c.json' },
    },
    {
      when: 'a new file is a broken symlink',
      write: creation('link.json', 'x'),
      reason: 'symlink',
      symlink: { from: 'link.json', to: 'nowhere' },
    },
    {
      when: 'a folder is a symlink',
      write: edit('Link/b.cs', 'b', 'x'),
      reason: 'symlink',
      symlink: { from: 'Link', to: 'App' },
    },
  ];

  it.each(cases)('when $when', ({ write, reason, symlink }) => {
    const root = folderWith(three);
    if (symlink !== undefined) symlinkSync(symlink.to, join(root, symlink.from));
    const before = contents(root);
    const result = writeAll(root, [edit('App/a.cs', 'a\r\n', 'A\r\n'), write]);
    expect(result).toEqual({ kind: 'refused', path: write.path, reason });
    expect(contents(root)).toEqual(before);
  });
});

/** The real file system, which fails at the n-th call of those functions that change something. */
function failingAt(n: number): FileSystem {
  let calls = 0;
  const mayFail = () => {
    if (++calls === n) throw new Error('disk on fire');
  };
  return {
    ...nodeFs,
    openSync: (path, flags, mode) => {
      if (flags !== 'r') mayFail();
      return nodeFs.openSync(path, flags, mode);
    },
    writeFileSync: (file, data) => {
      mayFail();
      nodeFs.writeFileSync(file, data);
    },
    fchmodSync: (file, mode) => {
      mayFail();
      nodeFs.fchmodSync(file, mode);
    },
    renameSync: (from, to) => {
      mayFail();
      nodeFs.renameSync(from, to);
    },
    unlinkSync: (path) => {
      mayFail();
      nodeFs.unlinkSync(path);
    },
  };
}

describe('when writing fails on the way', () => {
  it('puts everything back, wherever it fails', () => {
    const failures = [];
    for (let n = 1; n < 100; n++) {
      const root = folderWith(three);
      const result = writeAll(root, threeWrites, failingAt(n));
      if (result.kind === 'written') {
        // From here on only backups are removed.
        expect(contents(root)).toMatchObject({ 'App/a.cs': 'A\r\n', 'c.json': '{}', 'new/deep/d.cs': 'd' });
        expect(Object.keys(contents(root)).length).toBe(3 + result.leftovers.length);
        if (result.leftovers.length === 0) break;
        continue;
      }
      expect(result).toMatchObject({ kind: 'failed', error: 'disk on fire', notRestored: [], leftovers: [] });
      expect(contents(root)).toEqual(three);
      expect(nodeFs.readdirSync(root).sort()).toEqual(['App', 'c.json']);
      failures.push(result.kind);
    }
    expect(failures.length).toBeGreaterThan(5);
  });

  it('works the same on a file system without hard links', () => {
    const linkless: FileSystem = {
      ...nodeFs,
      linkSync: () => {
        throw new Error('EPERM');
      },
    };
    const root = folderWith(three);
    chmodSync(join(root, 'App/a.cs'), 0o640);
    const blocked = { ...linkless, unlinkSync: failOnce(join(root, 'App/b.cs')) };
    expect(writeAll(root, threeWrites, blocked)).toMatchObject({ kind: 'failed', path: 'App/b.cs', notRestored: [] });
    expect(contents(root)).toEqual(three);
    expect(statSync(join(root, 'App/a.cs')).mode & 0o777).toBe(0o640);
    expect(writeAll(root, threeWrites, linkless)).toEqual({ kind: 'written', leftovers: [] });
    expect(contents(root)).toEqual({ 'App/a.cs': 'A\r\n', 'c.json': '{}', 'new/deep/d.cs': 'd' });
  });

  function failOnce(path: string): FileSystem['unlinkSync'] {
    return (one) => {
      if (one === path) throw new Error('busy');
      nodeFs.unlinkSync(one);
    };
  }

  /** Does something to the folder right after the first rename, as another program might. */
  function meddling(act: () => void): FileSystem {
    let isFirst = true;
    return {
      ...nodeFs,
      renameSync: (from, to) => {
        nodeFs.renameSync(from, to);
        if (isFirst) act();
        isFirst = false;
      },
    };
  }

  it('notices a file that changes while others are written, and keeps that change', () => {
    const root = folderWith(three);
    const fs = meddling(() => writeFileSync(join(root, 'App/b.cs'), 'somebody else'));
    const result = writeAll(root, threeWrites, fs);
    expect(result).toMatchObject({ kind: 'failed', path: 'App/b.cs', error: 'changed-since-read', notRestored: [] });
    expect(contents(root)).toEqual({ ...three, 'App/b.cs': 'somebody else' });
  });

  it('notices a folder that becomes a symlink, and does not write through it', () => {
    const folder = folderWith({ 'root/a.cs': 'a', 'root/App/b.cs': 'b', 'elsewhere/b.cs': 'b' });
    const root = join(folder, 'root');
    const fs = meddling(() => {
      nodeFs.renameSync(join(root, 'App'), join(root, 'Moved'));
      symlinkSync('../elsewhere', join(root, 'App'));
    });
    const result = writeAll(root, [edit('a.cs', 'a', 'A'), edit('App/b.cs', 'b', 'B')], fs);
    expect(result).toMatchObject({ kind: 'failed', path: 'App/b.cs', error: 'symlink', notRestored: [] });
    expect(contents(folder)).toMatchObject({ 'root/a.cs': 'a', 'elsewhere/b.cs': 'b', 'root/Moved/b.cs': 'b' });
  });

  it('names the files it could not restore, and where their old bytes are', () => {
    const root = folderWith(three);
    const fs = meddling(() => {
      rmSync(join(root, 'App/a.cs'));
      mkdirSync(join(root, 'App/a.cs'));
      writeFileSync(join(root, 'App/b.cs'), 'somebody else');
    });
    const result = writeAll(root, threeWrites, fs);
    if (result.kind !== 'failed') throw new Error(result.kind);
    expect(result.notRestored).toEqual([{ path: 'App/a.cs', backup: expect.stringMatching(/^App\/\.maskinflytt-/) }]);
    expect(contents(root)[result.notRestored[0]?.backup ?? '']).toBe('a\r\n');
  });

  it('is all or nothing for any changes and any point of failure', () => {
    const path = fc.constantFrom('a', 'b', 'f/c', 'f/d', 'g/e', 'g/h/i');
    const state = fc.record({ before: fc.option(fc.string()), after: fc.option(fc.string()) });
    fc.assert(
      fc.property(
        fc.dictionary(path, state, { noNullPrototype: true }),
        fc.integer({ min: 1, max: 40 }),
        (files, n) => {
          const latin = (text: string) => Buffer.from(text).toString('latin1');
          const side = (which: 'before' | 'after') => {
            const present = Object.entries(files).flatMap(([name, one]) => {
              const text = one[which];
              return text === null ? [] : [[name, text] as const];
            });
            return Object.fromEntries(present);
          };
          const onDisk = (texts: Readonly<Record<string, string>>) =>
            Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, latin(text)]));
          const root = folderWith(side('before'));
          const writes = Object.entries(files).flatMap(([name, { before, after }]): readonly Write[] =>
            before === null && after === null
              ? []
              : [{ path: name, before: before === null ? null : source(before), after }],
          );
          const result = writeAll(root, writes, failingAt(n));
          const found = contents(root);
          if (result.kind === 'written') {
            for (const name of result.leftovers) expect(found).toHaveProperty([name]);
            const rest = Object.entries(found).filter(([name]) => !result.leftovers.includes(name));
            expect(Object.fromEntries(rest)).toEqual(onDisk(side('after')));
          } else {
            expect(result).toMatchObject({ kind: 'failed', notRestored: [], leftovers: [] });
            expect(found).toEqual(onDisk(side('before')));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('writeAll and the disk', () => {
  /** What is done to files and folders, in order: each by its name, the new bytes and the old ones as such. */
  function recorded(fail: (done: string) => boolean = () => false) {
    const open = new Map<number, string>();
    const done: string[] = [];
    const named = (path: unknown) =>
      String(path)
        .replace(/^.*\.maskinflytt-\w+/, '')
        .replace(/^.*[/\\]/, '');
    const note = (what: string) => {
      done.push(what);
      if (fail(what)) throw new Error(`failed: ${what}`);
    };
    const fs: FileSystem = {
      ...nodeFs,
      openSync: (path, flags, mode) => {
        const name = named(path);
        note(`open ${name} ${flags}${typeof mode === 'number' ? ` ${mode.toString(8)}` : ''}`);
        const file = nodeFs.openSync(path, flags, mode);
        open.set(file, name);
        return file;
      },
      fsyncSync: (file) => {
        note(`sync ${open.get(file)}`);
        nodeFs.fsyncSync(file);
      },
      closeSync: (file) => {
        open.delete(file);
        nodeFs.closeSync(file);
      },
      renameSync: (from, to) => {
        note(`rename ${named(from)} ${named(to)}`);
        nodeFs.renameSync(from, to);
      },
      unlinkSync: (path) => {
        note(`unlink ${named(path)}`);
        nodeFs.unlinkSync(path);
      },
      rmdirSync: (path) => {
        note(`rmdir ${named(path)}`);
        nodeFs.rmdirSync(path);
      },
    };
    return { fs, done, open };
  }

  it('has the new bytes on the disk before they take their place, and the folder after', () => {
    const root = folderWith({ 'App/a.cs': 'a' });
    const { fs, done, open } = recorded();
    const script = { ...creation('App/run.sh', 'x'), mode: '100755' } as const;
    expect(writeAll(root, [edit('App/a.cs', 'a', 'A'), creation('App/b.cs', 'b'), script], fs).kind).toBe('written');
    expect(done).toEqual([
      ...['open .new wx 666', 'sync .new', 'open .new wx 666', 'sync .new', 'open .new wx 777', 'sync .new'],
      ...['rename .new a.cs', 'rename .new b.cs', 'rename .new run.sh', 'unlink .old', 'open App r', 'sync App'],
    ]);
    expect([...open]).toEqual([]);
  });

  it.each(['sync .new', 'sync App', 'rename .new a.cs'])('leaves no file open where this fails: %s', (failing) => {
    const root = folderWith({ 'App/a.cs': 'a' });
    const { fs, open } = recorded((what) => what === failing);
    const { kind } = writeAll(root, [edit('App/a.cs', 'a', 'A')], fs);
    expect(kind).toBe(failing === 'sync App' ? 'written' : 'failed');
    expect([...open]).toEqual([]);
  });

  it('names the backups, and the folders of its own, that it cannot remove', () => {
    const root = folderWith({ 'App/a.cs': 'a' });
    const kept = recorded((what) => what === 'unlink .old');
    const written = writeAll(root, [edit('App/a.cs', 'a', 'A')], kept.fs);
    const backup = expect.stringMatching(/^App\/\.maskinflytt-\w+\.old$/);
    expect(written).toEqual({ kind: 'written', leftovers: [backup] });
    const stuck = recorded((what) => what === 'rename .new d.cs' || what.startsWith('rmdir'));
    const failed = writeAll(root, [creation('new/deep/d.cs', 'd')], stuck.fs);
    expect(failed).toMatchObject({ kind: 'failed', path: 'new/deep/d.cs', leftovers: ['new/deep', 'new'] });
  });
});
