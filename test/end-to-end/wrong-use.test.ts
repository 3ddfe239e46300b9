import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { emptyFolder, removeRepos, repoOfFixture } from './repo.ts';

const repo = repoOfFixture('custom-path-literal');
mkdirSync(join(repo, 'empty'));
writeFileSync(join(repo, 'a-file'), '');

afterAll(removeRepos);

describe.concurrent('wrong use is answered by one sentence on stderr and exit code 2', () => {
  test.each([
    ['adit', 'There is no command "adit"; did you mean "audit"?'],
    ['nonsense', 'There is no command "nonsense".'],
    ['audit --fial-on error', '"audit" takes no option "--fial-on"; did you mean "--fail-on"?'],
    ['audit --bananas', '"audit" takes no option "--bananas".'],
    ['audit -x', '"audit" takes no option "-x".'],
    ['audit --write', '"audit" takes no option "--write"; did you mean "maskinflytt fix --write"?'],
    ['explain --wirte', '"explain" takes no option "--wirte"; did you mean "maskinflytt fix --write"?'],
    ['rules --format json', '"rules" takes no option "--format"; did you mean "maskinflytt audit --format"?'],
    ['fix --fail-on note', '"fix" takes no option "--fail-on"; did you mean "maskinflytt audit --fail-on"?'],
    ['--no-quiet audit', '"audit" takes no option "--no-quiet".'],
    ['audit --fail-on', '--fail-on wants a value.'],
    ['audit --config --quiet', '--config wants a value.'],
    ['audit --format=', '--format wants a value.'],
    ['audit --format json=', '--format json= wants a value.'],
    ['audit --format html=-', '--format html=-: "-" is no file; without "=-" it goes to the output.'],
    ['audit --quiet=yes', '--quiet takes no value.'],
    ['audit --fail-on fatal', '--fail-on cannot be "fatal"; it can be error, warning, note, never.'],
    ['audit --target v10', '--target cannot be "v10"; it can be v8, v9.'],
    ['audit --lang se', '--lang cannot be "se"; it can be en, nb.'],
    [
      'audit --format yaml',
      '--format cannot be "yaml"; it can be terminal, json, markdown, html, github, azure, gitlab, csv, sarif.',
    ],
    ['audit --today 2026-02-30', '--today wants a date as YYYY-MM-DD, and "2026-02-30" is none.'],
    ['fix --phase later', '--phase cannot be "later"; it can be next, prepare, switch, cleanup.'],
    ['fix --fixes all', '--fixes cannot be "all"; it can be safe, review.'],
    ['fix --decide x', '"x" is no decision; write <client>=studio, own-external or own-built-in.'],
    ['fix --decide =studio', '"=studio" is no decision; write <client>=studio, own-external or own-built-in.'],
    ['fix --decide x=keep', '"x=keep" is no decision; write <client>=studio, own-external or own-built-in.'],
    ['audit --rule config/custm-path', 'There is no rule "config/custm-path"; did you mean "config/custom-path"?'],
    ['audit --skip-rule custom-pat', 'There is no rule "custom-pat"; did you mean "config/custom-path"?'],
    [
      'audit --rule config/custom-path --skip-rule config/custom-path',
      '--rule and --skip-rule leave no rule to go by.',
    ],
    ['explain', 'Name the rule to explain, as in: maskinflytt explain config/custom-path'],
    ['explain config/zzz', 'There is no rule "config/zzz".'],
    ['explain config/custom-path more', '"more" is one argument too many.'],
    ['rules more', '"more" is one argument too many.'],
    ['audit nowhere', 'nowhere does not exist.'],
    ['fix nowhere', 'nowhere does not exist.'],
    ['audit a-file', 'a-file is not a folder.'],
    ['audit . nowhere', 'nowhere does not exist.'],
    ['audit --config nowhere.json', 'nowhere.json does not exist.'],
    ['fix --write --output x.patch', '--output and --write do not go together.'],
    ['fix --commit --reverse', '--commit and --reverse do not go together.'],
    ['fix --output x.patch --output-dir y', '--output and --output-dir do not go together.'],
    [
      'audit --format json --format terminal',
      'Two formats want the output; give all but one a file, as in --format json=report.json.',
    ],
  ])('%s', async (line, sentence) => {
    const { code, stdout, stderr } = await maskinflytt(repo, line.split(' '));
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `maskinflytt: ${sentence}\n` });
  });

  test('an argument that is empty, as from a variable that was never set', async () => {
    const { code, stdout, stderr } = await maskinflytt(repo, ['audit', '']);
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: 'maskinflytt: "" does not exist.\n' });
  });

  test('two formats that want the same file, however it is written', async () => {
    const run = await maskinflytt(repo, ['audit', '--format', 'json=out.txt', '--format', 'terminal=./out.txt']);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('give each a file of its own') });
  });

  test('a file in a folder that cannot be made', async () => {
    const run = await maskinflytt(repo, ['audit', '--format', 'html=a-file/x.html']);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('a-file is not a folder.') });
  });

  test.runIf(existsSync('/proc/self'))('a file where the system has no folders, at once', async () => {
    const run = await maskinflytt(repo, ['audit', '--format', 'html=/proc/nope/x.html']);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('/proc/nope could not be made') });
  });

  test('in the language asked for, wherever on the line it stands', async () => {
    const { stderr } = await maskinflytt(repo, ['adit', '--lang', 'nb']);
    expect(stderr).toBe('maskinflytt: Kommandoen «adit» finnes ikke; mente du «audit»?\n');
  });

  test('no command at all: the help, on stderr', async () => {
    const { code, stdout, stderr } = await maskinflytt(repo, []);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('maskinflytt <command> [options]');
  });
});

describe.concurrent('a folder without an app', () => {
  test.each(['audit', 'fix'])('alone is wrong use of %s', async (command) => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await maskinflytt(folder, [command]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^maskinflytt: No Altinn app in \.: .+\n$/);
  });

  test('is said to be unreadable when all that stood in it was out of reach', async () => {
    const folder = emptyFolder();
    const { symlinkSync } = await import('node:fs');
    symlinkSync('/nowhere/App.csproj', join(folder, 'App.csproj'));
    const { code, stderr } = await maskinflytt(folder, ['audit']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'maskinflytt: Nothing in . could be read.\n' });
  });

  test('in a list of nothing but such folders is wrong use too', async () => {
    const folders = [emptyFolder(), emptyFolder()];
    const { code, stdout, stderr } = await maskinflytt(repo, ['audit', ...folders]);
    expect([code, stdout]).toEqual([2, '']);
    for (const folder of folders) expect(stderr).toContain(`No Altinn app in ${folder}:`);
  });

  test('in a list is a line of the report, which goes by its findings', async () => {
    const clean = repoOfFixture('clean-v8');
    const folder = emptyFolder();
    const { code, stdout } = await maskinflytt(folder, ['audit', clean, folder]);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain(`No Altinn app in ${folder}:`);
    const json = JSON.parse((await maskinflytt(folder, ['audit', '--format', 'json', clean, folder])).stdout);
    expect(json.notAnalysed).toEqual([{ file: folder, reason: expect.stringContaining('No Altinn app') }]);
    expect((await maskinflytt(folder, ['audit', repo, folder])).code).toBe(1);
  });

  test('in a list given to fix is said beside the patch', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await maskinflytt(repo, ['fix', repo, folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('diff --git');
    expect(stderr).toContain(`No Altinn app in ${folder}`);
  });
});
