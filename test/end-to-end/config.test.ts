import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt, projectRoot } from './binary.ts';
import { commitAll, emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const fileName = 'maskinflytt.config.json';

function repoWith(fixture: string, config: unknown): string {
  const repo = repoOfFixture(fixture);
  writeFileSync(join(repo, fileName), typeof config === 'string' ? config : JSON.stringify(config));
  return repo;
}

describe.concurrent('the configuration file is found', () => {
  const repo = repoWith('default-path', { failOn: 'note' });

  test.each([
    ['in the current folder', repo, []],
    ['at the git root, from inside the app', join(repo, 'App'), []],
    ['at the path that is given', emptyFolder(), [repo]],
    ['at the git root of the path that is given', emptyFolder(), [join(repo, 'App')]],
    ['by its name', emptyFolder(), ['--config', join(repo, fileName), repo]],
  ])('%s', async (_, cwd, args) => {
    expect((await maskinflytt(cwd, ['audit', ...args])).code).toBe(1);
  });

  test('in the current folder when the path given has none', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, fileName), '{ "failOn": "note" }');
    expect((await maskinflytt(folder, ['audit', repoOfFixture('default-path')])).code).toBe(1);
  });

  test('nearer before farther, and never above the git root', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, fileName), '{ "lang": "nb", "failOn": "note" }');
    cpSync(`${projectRoot}fixtures/default-path/app`, join(folder, 'repo'), { recursive: true });
    commitAll(join(folder, 'repo'));
    expect((await maskinflytt(join(folder, 'repo'), ['audit'])).code).toBe(0);
    writeFileSync(join(folder, 'repo', fileName), '{ "failOn": "never" }');
    expect((await maskinflytt(folder, ['audit', 'repo'])).code).toBe(0);
  });

  test('in each repo of a folder, for the version that it aims at', async () => {
    const folder = emptyFolder();
    for (const [name, target] of [
      ['a', 'v8'],
      ['b', 'v9'],
    ] as const) {
      cpSync(`${projectRoot}fixtures/default-path/app`, join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, fileName), JSON.stringify({ target }));
      commitAll(join(folder, name));
    }
    const targets = async (...args: readonly string[]) => {
      const { stdout } = await maskinflytt(folder, ['audit', '--format', 'json', ...args]);
      return JSON.parse(stdout).apps.map((app: { readonly target: string }) => app.target);
    };
    expect(await targets()).toEqual(['v8', 'v9']);
    expect(await targets('--target', 'v8')).toEqual(['v8', 'v8']);
  });

  test('in each repo of a folder, for what it decides about itself', async () => {
    const folder = emptyFolder();
    for (const name of ['one', 'two']) {
      cpSync(`${projectRoot}fixtures/custom-path-literal/app`, join(folder, name), { recursive: true });
      commitAll(join(folder, name));
    }
    const config = { decisions: { 'skjenkebevilling:MaskinportenSettings': 'own-built-in' } };
    writeFileSync(join(folder, 'two', fileName), JSON.stringify(config));
    const { apps } = JSON.parse((await maskinflytt(folder, ['audit', '--format', 'json'])).stdout);
    expect(apps.map(({ status }: { readonly status: string }) => status)).toEqual(['legacy', 'own']);
    const named = ['--config', join(folder, 'empty.json')];
    writeFileSync(join(folder, 'empty.json'), '{}');
    const without = JSON.parse((await maskinflytt(folder, ['audit', '--format', 'json', ...named])).stdout);
    expect(without.apps.map(({ status }: { readonly status: string }) => status)).toEqual(['legacy', 'legacy']);
  });
});

describe.concurrent('the configuration file', () => {
  test('may have a byte-order mark, comments, trailing commas, a schema and scopes', async () => {
    const text = '\uFEFF// ours\n{ "$schema": "x", /* all */ "scopes": ["a:b"], "failOn": "never", }\n';
    const { code, stderr } = await maskinflytt(repoWith('custom-path-literal', text), ['audit']);
    expect([code, stderr]).toEqual([0, '']);
  });

  test('is refused, and the mistake named on stderr alone', async () => {
    const repo = repoWith('clean-v8', '{ "decision": {} }');
    const { code, stdout, stderr } = await maskinflytt(repo, ['audit']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`maskinflytt: ${fileName}:1: unknown key "decision".\n`);
  });
});

describe.concurrent('a decision', () => {
  const [mine, theirs] = ['husbygg:MaskinportenSettings', 'okonomi:MaskinportenSettings'];
  const both = ['--decide', `${mine}=studio`, '--decide', `${theirs}=own-external`];

  test('that is wanted is offered as it is typed', async () => {
    const repo = repoOfFixture('two-identities');
    const { stdout } = await maskinflytt(repo, ['audit']);
    const offered = [...stdout.matchAll(/^ {4}--decide (.+)$/gm)].map(([, choice]) => choice);
    expect(offered).toEqual([
      `${mine}=studio`,
      `${mine}=own-built-in`,
      `${theirs}=studio`,
      `${theirs}=own-external`,
      `${theirs}=own-built-in`,
    ]);
    const decided = await maskinflytt(repo, ['audit', ...both]);
    expect(decided.stdout).not.toContain('--decide husbygg:MaskinportenSettings=own-built-in');
    expect(decided.stdout).toContain(`maskinflytt fix --decide ${mine}=studio --decide ${theirs}=own-external\n`);
    expect((await maskinflytt(repo, ['fix', ...both])).stdout).toContain(
      `-    services.ConfigureMaskinportenClient("${mine}")`,
    );
  });

  test('may name the client by its id, and a section in any casing', async () => {
    const repo = repoOfFixture('two-identities');
    const { apps } = JSON.parse((await maskinflytt(repo, ['audit', '--format', 'json'])).stdout);
    const [configured] = apps[0].clients;
    const args = ['--decide', `${configured.id}=own-built-in`, '--decide', `${theirs.toUpperCase()}=own-external`];
    const { stdout } = await maskinflytt(repo, ['audit', '--format', 'json', ...args]);
    expect(JSON.parse(stdout).apps[0].status).toBe('own');
  });

  test('on the command line wins over the configuration', async () => {
    const repo = repoWith('custom-path-literal', {
      decisions: { 'skjenkebevilling:MaskinportenSettings': 'own-built-in' },
    });
    const decisionOf = async (...args: readonly string[]) =>
      JSON.parse((await maskinflytt(repo, ['audit', '--format', 'json', ...args])).stdout).apps[0].clients[0].decision;
    expect(await decisionOf()).toBe('own-built-in');
    expect(await decisionOf('--decide', 'Skjenkebevilling:MaskinportenSettings=studio')).toBe('studio');
  });

  test.each(['audit', 'fix'])(
    'about a client that does not exist is wrong use of %s, and those that do are named',
    async (command) => {
      const { code, stdout, stderr } = await maskinflytt(repoOfFixture('two-identities'), [
        command,
        '--decide',
        'husbyg=own-external',
      ]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toBe(`maskinflytt: There is no client or section "husbyg"; there are: ${mine}, ${theirs}.\n`);
    },
  );

  test('to keep a client that does not exist is wrong in the configuration too, where a patch could undo it', async () => {
    const repo = repoWith('custom-path-literal', { decisions: { skjenkebeviling: 'own-built-in' } });
    const { code, stdout, stderr } = await maskinflytt(repo, ['fix']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      `${fileName}: There is no client or section "skjenkebeviling"; there are: skjenkebevilling:`,
    );
  });

  test('to move a client that has moved already is only mentioned, here and there', async () => {
    const { code, stderr } = await maskinflytt(repoWith('clean-v8', { decisions: { gone: 'studio' } }), ['audit']);
    expect([code, stderr]).toEqual([0, `${fileName}: There is no client or section "gone".\n`]);
    const repo = repoOfFixture('custom-path-literal');
    const decided = ['fix', '--phase', 'switch', '--decide', 'skjenkebevilling:MaskinportenSettings=studio'];
    expect((await maskinflytt(repo, [...decided, '--write', '--scopes-added'])).code).toBe(0);
    const again = await maskinflytt(repo, decided);
    expect([again.code, again.stdout]).toEqual([0, '']);
    expect(again.stderr).toContain(
      'There is no client or section "skjenkebevilling:MaskinportenSettings".\nNothing to patch in phase switch.\n',
    );
  });

  test('to keep what Studio fills, or what is used in development only, is wrong use', async () => {
    const sentence = (client: string) =>
      `There is nothing to decide about "${client}": it is the section that Altinn Studio fills, or used in development only.\n`;
    const repo = repoOfFixture('default-path');
    const kept = await maskinflytt(repo, ['audit', '--decide', 'maskinportensettings=own-built-in']);
    expect(kept).toEqual({ code: 2, stdout: '', stderr: `maskinflytt: ${sentence('maskinportensettings')}` });
    const moved = await maskinflytt(repo, ['audit', '--decide', 'MaskinportenSettings=studio']);
    expect([moved.code, moved.stderr]).toEqual([0, sentence('MaskinportenSettings')]);
    const { apps } = JSON.parse((await maskinflytt(repo, ['audit', '--format', 'json'])).stdout);
    const byId = await maskinflytt(repo, ['audit', '--decide', `${apps[0].clients[0].id}=own-built-in`]);
    expect(byId).toMatchObject({ code: 2, stdout: '' });
  });

  test('about a client whose section is not known is found by its place', async () => {
    const repo = repoOfFixture('two-identities');
    const file = join(repo, 'App/Program.cs');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"husbygg:MaskinportenSettings"', 'settings => settings.ClientId = "x"'));
    const line = text.slice(0, text.indexOf('"husbygg:')).split('\n').length;
    const offered = new RegExp(
      `^ {4}App/Program\\.cs:${line}:\\d+, set in code:\n {4}--decide ([0-9a-f]{8})=studio$`,
      'm',
    );
    const { stdout } = await maskinflytt(repo, ['audit']);
    expect(stdout).toMatch(offered);
    const decided = ['--decide', `${offered.exec(stdout)?.[1]}=own-built-in`];
    expect((await maskinflytt(repo, ['audit', ...decided])).stdout).not.toContain('set in code');
  });

  test('about an app that was not read is only mentioned', async () => {
    const repo = repoWith('several-apps', { decisions: { 'mattrygghet:MaskinportenSettings': 'own-built-in' } });
    expect((await maskinflytt(repo, ['audit', 'vannprove'])).code).toBe(0);
    expect((await maskinflytt(repo, ['audit'])).stderr).toBe('');
  });
});

describe.concurrent('a suppression', () => {
  const suppression = { rule: 'config/custom-path', path: 'App/*.cs', reason: 'Moves in May', expires: '2026-05-31' };
  const today = ['--today', '2026-05-31'];
  const alone = ['--rule', suppression.rule];

  test('keeps the finding in JSON, with its reason, and out of everything that counts', async () => {
    const repo = repoWith('custom-path-literal', { suppressions: [suppression] });
    const { code, stdout, stderr } = await maskinflytt(repo, ['audit', '--format', 'json', ...today, ...alone]);
    const { apps, summary } = JSON.parse(stdout);
    expect([code, stderr]).toEqual([0, '']);
    expect(apps[0].findings).toMatchObject([
      { rule: 'config/custom-path', suppressed: { reason: 'Moves in May', expires: '2026-05-31' } },
    ]);
    expect(apps[0].phase).toBe('done');
    expect(summary).toMatchObject({ byRule: {}, bySeverity: { error: 0, warning: 0, note: 0 } });
  });

  test('is a count on the terminal, and no finding', async () => {
    const repo = repoWith('custom-path-literal', { suppressions: [suppression] });
    const { stdout } = await maskinflytt(repo, ['audit', ...today]);
    expect(stdout).toContain('1 finding is suppressed, and not counted.');
    expect(stdout).not.toContain('config/custom-path');
    expect(stdout).not.toContain('maskinflytt fix');
  });

  test('keeps fix away', async () => {
    const repo = repoWith('custom-path-literal', { suppressions: [suppression] });
    const { code, stdout, stderr } = await maskinflytt(repo, ['fix', ...today, ...alone]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: 'Nothing to patch in any phase.\n' });
  });

  test('ends after its last day, and that is said', async () => {
    const repo = repoWith('custom-path-literal', { suppressions: [suppression] });
    const { code, stderr } = await maskinflytt(repo, ['audit', '--today', '2026-06-01']);
    expect(code).toBe(1);
    expect(stderr).toBe(
      'The suppression of config/custom-path in App/*.cs expired on 2026-05-31, and no longer suppresses anything.\n',
    );
    expect((await maskinflytt(repo, ['fix', '--today', '2026-06-01'])).stdout).toContain('diff --git');
  });

  test('goes by the real date when none is given', async () => {
    const [past, future] = ['2020-01-01', '9999-01-01'].map((expires) =>
      repoWith('custom-path-literal', { suppressions: [{ ...suppression, expires }] }),
    );
    expect((await maskinflytt(past ?? '', ['audit'])).code).toBe(1);
    expect((await maskinflytt(future ?? '', ['audit'])).code).toBe(0);
  });

  test('of another rule suppresses nothing, and is said to fit nothing unless its rule was not asked for', async () => {
    const unused = { ...suppression, rule: 'config/default-path' };
    const repo = repoWith('custom-path-literal', { suppressions: [unused] });
    const { code, stderr } = await maskinflytt(repo, ['audit', ...today]);
    expect(code).toBe(1);
    expect(stderr).toBe('The suppression of config/default-path in App/*.cs fits no finding; it can go.\n');
    expect((await maskinflytt(repo, ['audit', ...today, '--rule', 'config/custom-path'])).stderr).toBe('');
    expect((await maskinflytt(repo, ['audit', ...today, '--quiet'])).stderr).toBe('');
  });

  test('is not said to fit nothing when only a part of what it governs was read', async () => {
    const sibling = { ...suppression, path: 'tilsynssvar/App/*.cs' };
    const repo = repoWith('several-apps', { suppressions: [sibling] });
    const folder = emptyFolder();
    for (const [cwd, args] of [
      [repo, ['vannprove']],
      [join(repo, 'vannprove'), []],
      [folder, [join(repo, 'vannprove'), folder]],
    ] as const) {
      expect((await maskinflytt(cwd, ['audit', ...args, ...today])).stderr).toBe('');
    }
    expect((await maskinflytt(repo, ['audit', 'tilsynssvar', ...today])).code).toBe(0);
    const unused = repoWith('several-apps', { suppressions: [{ ...sibling, path: 'nowhere' }] });
    for (const args of [[], ['.', 'vannprove']]) {
      expect((await maskinflytt(unused, ['audit', ...args, ...today])).stderr).toContain('fits no finding');
    }
  });
});

test('a folder in the place of the configuration file is said to be unusable', async () => {
  const repo = repoOfFixture('clean-v8');
  mkdirSync(join(repo, fileName));
  const { code, stderr } = await maskinflytt(repo, ['audit']);
  expect(code).toBe(2);
  expect(stderr).toContain(`maskinflytt: ${fileName} cannot be used: `);
});
