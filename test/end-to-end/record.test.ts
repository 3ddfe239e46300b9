import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { commitAll, emptyFolder, filesBelow, git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const record = 'maskinflytt.migration.json';
/** git takes its user from the environment; a test machine may have none. */
const env = {
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};
const switching = ['fix', '--phase', 'switch'];
const cleaning = ['fix', '--phase', 'cleanup'];
const assured = ['--scopes-added', '--production-verified'];

function filesOf(repo: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesBelow(repo));
}

function apply(repo: string, patch: string, ...options: readonly string[]): void {
  writeFileSync(join(repo, '.git', 'test.patch'), patch);
  git(repo, 'apply', ...options, '.git/test.patch');
}

function edit(repo: string, path: string, change: (text: string) => string): void {
  const file = join(repo, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

function commit(repo: string): void {
  git(repo, 'add', '-A', '-f');
  git(repo, 'commit', '-q', '-m', 'Next');
}

/** An app whose client has moved, everything committed. */
async function switched(name = 'custom-path-literal'): Promise<string> {
  const repo = repoOfFixture(name);
  apply(repo, (await maskinflytt(repo, switching)).stdout);
  commit(repo);
  return repo;
}

describe.concurrent('the patch of the switch', () => {
  test('brings the record as a new file, with a label of its own', async () => {
    const { stdout } = await maskinflytt(repoOfFixture('custom-path-literal'), switching);
    expect(stdout).toContain(
      `# safe: migration record\ndiff --git a/${record} b/${record}\nnew file mode 100644\n--- /dev/null\n+++ b/${record}\n`,
    );
  });

  test('applies and can be taken back, and so can its inverse', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const before = filesOf(repo);
    const { stdout } = await maskinflytt(repo, switching);
    const reverse = (await maskinflytt(repo, [...switching, '--reverse'])).stdout;
    apply(repo, stdout, '--check');
    apply(repo, stdout);
    expect(JSON.parse(readFileSync(join(repo, record), 'utf8')).schemaVersion).toBe(1);
    apply(repo, reverse);
    expect(filesOf(repo)).toEqual(before);
    apply(repo, stdout);
    apply(repo, stdout, '-R');
    expect(filesOf(repo)).toEqual(before);
  });

  test('is the same each time, and nothing the second time', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const { stdout } = await maskinflytt(repo, switching);
    expect((await maskinflytt(repo, switching)).stdout).toBe(stdout);
    apply(repo, stdout);
    expect((await maskinflytt(repo, switching)).stdout).toBe('');
  });

  test('brings no record when no client moves', async () => {
    const repo = repoOfFixture('clean-v8');
    const path = '{\n  "MaskinportenSettingsFilepath": "x.json",';
    edit(repo, 'App/appsettings.json', (text) => text.replace('{', path));
    const { stdout } = await maskinflytt(repo, switching);
    expect(stdout).toContain('# review: config/settings-file-path');
    expect(stdout).not.toContain(record);
  });

  test('brings one for each app of a repo, in its folder', async () => {
    const repo = emptyFolder();
    for (const name of ['custom-path-literal', 'external-typed']) {
      const fixture = repoOfFixture(name);
      for (const [path, text] of filesBelow(fixture)) {
        mkdirSync(join(repo, name, path, '..'), { recursive: true });
        writeFileSync(join(repo, name, path), text, 'latin1');
      }
    }
    commitAll(repo);
    apply(repo, (await maskinflytt(repo, switching)).stdout);
    const added = git(repo, 'ls-files', '--others')
      .split('\n')
      .filter((path) => path !== '');
    expect(added).toEqual([`custom-path-literal/${record}`, `external-typed/${record}`]);
  });

  test('brings one for each app that has the moved client in code they share', async () => {
    const repo = emptyFolder();
    const fixture = repoOfFixture('custom-path-extension-method');
    const shared = '<Compile Include="../../shared/**/*.cs" />';
    for (const [path, text] of filesBelow(fixture)) {
      for (const app of ['one', 'two']) {
        mkdirSync(join(repo, app, path, '..'), { recursive: true });
        writeFileSync(join(repo, app, path), text, 'latin1');
      }
    }
    const holding = [...filesBelow(fixture)].filter(
      ([path, text]) => path.endsWith('.cs') && text.includes('.ConfigureMaskinportenClient('),
    );
    expect(holding).toHaveLength(1);
    for (const [path, text] of holding) {
      for (const app of ['one', 'two']) {
        rmSync(join(repo, app, path));
        edit(repo, `${app}/App/App.csproj`, (project) => project.replace('<ItemGroup>', `<ItemGroup>${shared}`));
      }
      mkdirSync(join(repo, 'shared'));
      writeFileSync(join(repo, 'shared/Shared.cs'), text, 'latin1');
    }
    commitAll(repo);
    apply(repo, (await maskinflytt(repo, switching)).stdout);
    for (const app of ['one', 'two']) {
      const { clients } = JSON.parse(readFileSync(join(repo, app, record), 'utf8'));
      expect(clients).toHaveLength(1);
    }
    expect((await maskinflytt(repo, switching)).stdout).toBe('');
  });

  test('goes along with what a person takes, without a question of its own', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const { stdout } = await maskinflytt(repo, switching);
    const asked = await maskinflytt(repo, [...switching, '--interactive'], { stdin: 'y\n' });
    expect(asked.stdout).toBe(stdout);
    expect(asked.stderr.split('[y/n]')).toHaveLength(2);
    expect((await maskinflytt(repo, [...switching, '--interactive'], { stdin: 'n\n' })).stdout).toBe('');
  });

  test('says that git would pass over the record, where it ignores such files', async () => {
    const repo = repoOfFixture('custom-path-literal');
    appendFileSync(join(repo, '.gitignore'), '*.json\n!/App/**\n');
    const said = `${record} is ignored by git.`;
    const first = await maskinflytt(repo, switching);
    expect(first.stderr).toContain(said);
    apply(repo, first.stdout);
    expect((await maskinflytt(repo, switching)).stdout).toBe('');
    expect((await maskinflytt(repo, cleaning)).stdout).toContain(`deleted file mode 100644\n--- a/${record}`);
    expect((await maskinflytt(repoOfFixture('custom-path-literal'), switching)).stderr).not.toContain(said);
  });

  test('leaves a file of that name alone that is no record, and says so', async () => {
    const repo = repoOfFixture('custom-path-literal');
    writeFileSync(join(repo, record), '{ "schemaVersion": 99 }\n');
    const { stdout, stderr } = await maskinflytt(repo, switching);
    expect(stdout).not.toContain(record);
    expect(stdout).toContain('ConfigureMaskinportenClient');
    expect(stderr).toContain(`${record} is no migration record that can be read`);
  });

  test('has git’s line ends in a repo that git checks out with others', async () => {
    const repo = repoOfFixture('crlf-bom');
    const { stdout } = await maskinflytt(repo, switching);
    apply(repo, stdout);
    expect(readFileSync(join(repo, record), 'utf8')).not.toContain('\r');
    commit(repo);
    expect((await maskinflytt(repo, switching)).stdout).toBe('');
  });
});

describe.concurrent('the patch of the cleanup', () => {
  test('removes the record, applies and can be taken back', async () => {
    const repo = await switched();
    const before = filesOf(repo);
    const { stdout } = await maskinflytt(repo, cleaning);
    expect(stdout).toContain(
      `# safe: migration record\ndiff --git a/${record} b/${record}\ndeleted file mode 100644\n`,
    );
    apply(repo, stdout);
    expect(existsSync(join(repo, record))).toBe(false);
    expect((await maskinflytt(repo, ['fix'])).stdout).toBe('');
    apply(repo, stdout, '-R');
    expect(filesOf(repo)).toEqual(before);
  });

  test('is the next one, also when it only removes the record', async () => {
    const repo = await switched();
    const settings = join(repo, 'App/appsettings.json');
    for (const file of [settings, settings.replace('.json', '.Production.json')]) {
      const { skjenkebevilling: _, ...others } = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify(others, null, 2));
    }
    const values = join(repo, 'deployment/values.yaml');
    rmSync(values);
    const program = join(repo, 'App/Program.cs');
    writeFileSync(program, readFileSync(program, 'utf8').replace(/^\/\/ Key Vault[^}]*\}\n/m, ''));
    commit(repo);
    const { stdout } = await maskinflytt(repo, ['fix']);
    expect(stdout).toMatch(/^# safe: migration record\ndiff --git /);
    expect(stdout.match(/^diff --git/gm)).toHaveLength(1);
    const report = JSON.parse((await maskinflytt(repo, ['audit', '--format', 'json'])).stdout);
    expect(report.apps[0].phase).not.toBe('done');
  });

  test('leaves the record for what a later one needs of it', async () => {
    const repo = await switched();
    for (const some of [
      ['--rule', 'config/dead-section'],
      ['--skip-rule', 'scopes/to-add'],
      ['--fixes', 'safe'],
    ]) {
      expect((await maskinflytt(repo, [...cleaning, ...some])).stdout).not.toContain(record);
    }
    const none = await maskinflytt(repo, [...cleaning, '--interactive'], { stdin: 'n\nn\nn\n' });
    expect(none.stdout).toBe('');
  });

  test('is refused what only the record can tell, once that is gone', async () => {
    const repo = await switched();
    rmSync(join(repo, record));
    const report = JSON.parse((await maskinflytt(repo, ['audit', '--format', 'json'])).stdout);
    const dead = report.apps[0].findings.filter(({ rule }: { rule: string }) => rule === 'config/dead-section');
    expect(dead.map(({ fix }: { fix: string }) => fix)).toEqual(['manual']);
    const { stdout } = await maskinflytt(repo, cleaning);
    expect(stdout).not.toContain('appsettings');
  });
});

describe.concurrent('written to disk', () => {
  test('the record comes with the switch and goes with the cleanup, in a repo and in a folder that is none', async () => {
    const repo = repoOfFixture('custom-path-literal');
    const folder = repoOfFixture('custom-path-literal');
    rmSync(join(folder, '.git'), { recursive: true });
    for (const phase of [switching, cleaning]) {
      const patch = (await maskinflytt(repo, phase)).stdout;
      for (const place of [repo, folder]) {
        expect((await maskinflytt(place, [...phase, '--write', '--allow-dirty', ...assured])).code).toBe(0);
      }
      expect(filesOf(folder)).toEqual(filesOf(repo));
      apply(repo, patch, '-R', '--check');
    }
    expect(existsSync(join(repo, record))).toBe(false);
  });

  test('it is part of the commit, also where git ignores it', async () => {
    const repo = repoOfFixture('custom-path-literal');
    appendFileSync(join(repo, '.gitignore'), '*.json\n');
    commit(repo);
    expect((await maskinflytt(repo, [...switching, '--commit', ...assured], { env })).code).toBe(0);
    expect(git(repo, 'show', '--name-status', '--format=%b').trim().split('\n')).toContain(`A\t${record}`);
    expect(git(repo, 'show', '-s', '--format=%b')).toContain(`${record}: safe: migration record`);
    git(repo, 'checkout', '-q', '-b', 'next');
    expect((await maskinflytt(repo, [...cleaning, '--commit', ...assured], { env })).code).toBe(0);
    expect(git(repo, 'show', '--name-status', '--format=').trim().split('\n')).toContain(`D\t${record}`);
    expect(git(repo, 'status', '--porcelain')).toBe('');
  });

  test('a folder in its place stays, and the rest is written', async () => {
    const repo = repoOfFixture('custom-path-literal');
    mkdirSync(join(repo, record));
    const { code, stderr } = await maskinflytt(repo, [...switching, '--write', '--allow-dirty', ...assured]);
    expect(code).toBe(0);
    expect(stderr).toContain(`${record} is no migration record that can be read`);
    expect(readFileSync(join(repo, 'App/Program.cs'), 'utf8')).not.toContain('ConfigureMaskinportenClient');
    expect(readdirSync(join(repo, record))).toEqual([]);
  });

  test('a link in its place is no record, and is left alone', async () => {
    const repo = await switched();
    const real = join(repo, 'elsewhere.json');
    renameSync(join(repo, record), real);
    symlinkSync('elsewhere.json', join(repo, record));
    const { stdout, stderr } = await maskinflytt(repo, cleaning);
    expect(stdout).not.toContain(record);
    expect(stderr).not.toContain('unforeseen');
    expect((await maskinflytt(repo, ['audit', '--rule', 'files/not-analysed'])).stdout).toContain(record);
  });
});
