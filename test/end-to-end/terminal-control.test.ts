import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { emptyFolder, git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

/** Sets colours and titles, rings, turns the direction of writing, and overwrites the line. */
const commands = 'a\u001b[31m\u001b]0;x\u0007\u202eb\rc\u009b2J';
const inCode = 'a\\u001b[31m\\u001b]0;x\\u0007\\u202eb\\rc\\u009b2J';
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

/** The app of a fixture, with a section that is named to command the terminal. */
function repoWithSection(fixture: string, section: string): string {
  const repo = repoOfFixture(fixture);
  const file = join(repo, 'App/Program.cs');
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(section, inCode));
  git(repo, 'commit', '-q', '-a', '-m', 'Rename the section');
  return repo;
}

describe.concurrent('what would command a terminal is shown, and not sent', () => {
  test('from sections in code, which are then decided by the id of their client', async () => {
    const repo = repoWithSection('two-identities', 'husbygg');
    const { stdout, stderr } = await maskinflytt(repo, ['audit', '--verbose']);
    expect(stdout + stderr).not.toMatch(obeyed);
    const [, id] = /--decide ([0-9a-f]{8})=studio/.exec(stdout) ?? [];
    const other = ['--decide', 'okonomi:MaskinportenSettings=own-external'];
    const decided = await maskinflytt(repo, ['audit', '--decide', `${id}=studio`, ...other]);
    expect(decided.stdout).toContain('maskinflytt fix');
    const unknown = await maskinflytt(repo, ['audit', '--decide', 'nothing=own-external']);
    expect(unknown.stderr).toContain('there are: a\uFFFD[31m');
    expect(unknown.stderr).not.toMatch(obeyed);
  });

  test('from the change that a person is asked about', async () => {
    const repo = repoWithSection('custom-path-literal', 'skjenkebevilling');
    const file = join(repo, 'App/Program.cs');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('    services', `    // ${commands.replace('\r', '')}\n    services`),
    );
    const { stdout, stderr } = await maskinflytt(repo, ['fix', '--interactive'], { stdin: 'n\n' });
    expect(stdout).toBe('');
    expect(stderr).toContain('// a\uFFFD[31m');
    expect(stderr).not.toMatch(obeyed);
  });

  test('from file names', async () => {
    const repo = repoOfFixture('custom-path-literal');
    writeFileSync(join(repo, commands), '');
    git(repo, 'add', '-A');
    const { code, stderr } = await maskinflytt(repo, ['fix', '--write', '--scopes-added']);
    expect(code).toBe(2);
    expect(stderr).toContain('(a\uFFFD[31m');
    expect(stderr).not.toMatch(obeyed);
  });

  test('from keys and values of the configuration', async () => {
    const repo = repoOfFixture('clean-v8');
    for (const config of [
      { [commands]: 1 },
      { decisions: { [commands]: 'studio' } },
      { decisions: { [commands]: 'x' } },
    ]) {
      writeFileSync(join(repo, 'maskinflytt.config.json'), JSON.stringify(config));
      const { stderr } = await maskinflytt(repo, ['audit']);
      expect(stderr).toContain('a\uFFFD[31m');
      expect(stderr).not.toMatch(obeyed);
    }
  });

  test.each([
    [commands],
    ['audit', `--${commands}`],
    ['audit', '--rule', commands],
    ['audit', '--format', `json=${commands}/\u001b`, commands],
    ['explain', commands],
    ['fix', '--decide', commands],
  ])('from arguments: %j %j', async (...args) => {
    const { code, stderr } = await maskinflytt(repoOfFixture('clean-v8'), args);
    expect(code).toBe(2);
    expect(stderr).toContain('a\uFFFD[31m');
    expect(stderr).not.toMatch(obeyed);
  });

  test('from paths, in the report and in the command that it suggests', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, commands));
    const repo = repoOfFixture('custom-path-literal');
    for (const format of ['terminal', 'markdown', 'html', 'github', 'azure']) {
      const { stdout } = await maskinflytt(folder, ['audit', repo, commands, '--format', format]);
      expect(stdout).toMatch(/a\uFFFD\\?\[31m/);
      expect(stdout).not.toMatch(obeyed);
    }
  });
});

test('what would command a build server is broken up, on stdout and on stderr', async () => {
  const repo = repoOfFixture('custom-path-literal');
  const file = join(repo, 'App/Program.cs');
  const command = '##vso[task.setvariable variable=PATH]/x';
  const comment = `// maskinflytt-ignore config/custom-path until ${command}: r`;
  const code = readFileSync(file, 'utf8').replaceAll('skjenkebevilling:', `${command}:`);
  writeFileSync(file, `${comment}\n${code}`);
  writeFileSync(join(repo, '::error::boo.json'), '{ /* maskinflytt-ignore nothing: r */ "a": 1 }');
  for (const format of ['terminal', 'azure', 'github']) {
    const { stdout, stderr } = await maskinflytt(repo, ['audit', '--format', format]);
    const ours = stdout.replace(/^##vso\[task\.logissue |^::(?:error|warning|notice) /gm, '');
    // Within a command of its own, GitHub looks for no other.
    expect(format === 'github' ? stderr : ours + stderr, format).not.toMatch(/##(?:vso)?\[/);
    expect(ours + stderr, format).not.toMatch(/^\s*::/m);
    expect(stderr).toContain('# #vso[task.setvariable');
    expect(stderr).toContain(': :error::boo.json');
  }
});
