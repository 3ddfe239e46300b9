import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { emptyFolder, git, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const repo = repoOfFixture('two-phases');
const [begin, end] = ['<!-- maskinflytt:checklist -->', '<!-- /maskinflytt:checklist -->'];

async function checklist(cwd: string, ...args: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await maskinflytt(cwd, ['checklist', ...args]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

test('the checklist is the same in every run, wherever it is made from and on whatever day', async () => {
  const here = await checklist(repo);
  expect(here).toMatch(/^<!-- maskinflytt:checklist [a-z0-9 ]+ -->\n\n## Checklist/);
  expect(here.endsWith(`\n\n${end}\n`)).toBe(true);
  expect(await checklist(emptyFolder(), repo)).toBe(here);
  expect(await checklist(repo, '--today', '2031-01-01')).toBe(here);
  expect(here).not.toContain(repo);
});

test('its boxes have the same keys in both languages', async () => {
  const keys = (text: string) =>
    [...text.matchAll(/<!--mf[+-]([a-z0-9]{6}(?::[a-z0-9]{4})?)-->/g)].map(([, key]) => key);
  const [en, nb] = [keys(await checklist(repo)), keys(await checklist(repo, '--lang', 'nb'))];
  expect(en.length).toBeGreaterThan(20);
  expect(new Set(en).size).toBe(en.length);
  expect(nb).toEqual(en);
});

function keyOf(text: string, says: string): string | undefined {
  const line = text.split('\n').find((one) => one.startsWith(`- [ ] ${says}`));
  return /<!--mf[+-]([\w:]+)-->$/.exec(line ?? '')?.[1];
}

test('what it says to type does what it says', async () => {
  const own = repoOfFixture('two-phases');
  const commands = [...(await checklist(own)).matchAll(/`maskinflytt (fix [^`|]*) \| git apply`/g)];
  expect(commands.map(([, command]) => command)).toEqual(['fix --phase prepare', 'fix --phase switch']);
  for (const [, command = ''] of commands) {
    const { stdout } = await maskinflytt(own, command.trim().split(' '));
    writeFileSync(join(own, 'x.patch'), stdout);
    git(own, 'apply', 'x.patch');
  }
  const after = await checklist(own);
  expect(after).toContain('- [x] Nothing is left to prepare. <!--mf+');
  expect(after).toContain('- [x] Nothing is left to change in the repo for the switch. <!--mf+');
  expect(after.match(/maskinflytt fix [^`|]*/g)).toEqual(['maskinflytt fix --phase cleanup ']);
  // What is to be tried is the same call, whichever credentials it is made with: a tick would stay.
  expect(keyOf(after, '`TilskuddClient`')).toBe(keyOf(await checklist(repo), '`TilskuddClient`'));
});

test('decisions on the command line go along in what it says to type, and a vault listing as the repo sees it', async () => {
  const own = repoOfFixture('identities-undecided');
  writeFileSync(join(own, 'vault.txt'), 'MaskinportenSettings--ClientId\n');
  const decided = ['Sak:MaskinportenSettings=studio', 'Okonomi:MaskinportenSettings=own-external'];
  const text = await checklist(
    emptyFolder(),
    own,
    ...decided.flatMap((one) => ['--decide', one]),
    '--vault-secrets',
    join(own, 'vault.txt'),
  );
  expect(text).toContain(
    `maskinflytt fix --phase switch --decide ${decided.join(' --decide ')} --vault-secrets vault.txt | git apply`,
  );
  expect(text).toContain('- [x] `Okonomi:MaskinportenSettings` stays the app’s own (`own-external`).');
});

test('the scopes of the old client, once given, are compared', async () => {
  const own = repoOfFixture('custom-path-literal');
  const asked = /```text\n {2}(.*)\n/.exec(await checklist(own))?.[1] ?? '';
  writeFileSync(join(own, 'same.txt'), `${asked}\n`);
  writeFileSync(join(own, 'other.txt'), 'ks:fiks\n');
  expect(await checklist(own, '--registered-scopes', 'same.txt')).toContain('- [x] The existing client has the scopes');
  const other = await checklist(own, '--registered-scopes', 'other.txt');
  expect(other).toContain('- [ ] The existing client also has `ks:fiks`');
  expect(other).toContain(`- [ ] The existing client does not have \`${asked}\``);
});

describe('--max-length', () => {
  test.each([500, 1000, 2500, 4000])(
    '%d characters are never exceeded, and what is left out is said',
    async (limit) => {
      const text = await checklist(repo, '--max-length', String(limit));
      expect(text.length).toBeLessThanOrEqual(limit);
      expect(text).toContain(`left out, to fit into ${limit} characters. All of it: \`maskinflytt checklist\``);
    },
  );

  test.each(['499', '0', '-1', '4k', '1e4', '4000.5'])('%s is no length', async (given) => {
    const { code, stderr, stdout } = await maskinflytt(repo, ['checklist', `--max-length=${given}`]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`maskinflytt: --max-length wants a whole number of at least 500, and "${given}" is none.\n`);
  });
});

describe('--update', () => {
  const file = (text: string | Uint8Array) => {
    const path = join(emptyFolder(), 'pull-request.md');
    writeFileSync(path, text);
    return path;
  };
  const update = (path: string, ...more: readonly string[]) =>
    maskinflytt(repo, ['checklist', '--update', path, ...more]);

  test('writes the file and nothing to stdout; a ticked box and the text around stay', async () => {
    const path = file('\uFEFFIngress\r\n\r\n- [x] mine\r\n');
    expect(await update(path)).toEqual({ code: 0, stdout: '', stderr: `${path}: the checklist is added.\n` });
    const first = readFileSync(path, 'utf8');
    expect(first).toMatch(/^\uFEFFIngress\r\n\r\n- \[x\] mine\r\n\r\n<!-- maskinflytt:checklist [a-z0-9 ]+ -->\r\n/);
    writeFileSync(path, first.replace('- [ ] Deploy to production.', '- [x] Deploy to production.').concat('Hale'));
    const { stderr } = await update(path, '--lang', 'nb');
    expect(stderr).toBe(`${path}: sjekklisten er byttet ut, og 1 kryss beholdt.\n`);
    const second = readFileSync(path, 'utf8');
    expect(second).toContain('- [x] Publiser til produksjon. ');
    expect(second.endsWith(`${end}\r\nHale`)).toBe(true);
    await update(path, '--lang', 'nb');
    expect(readFileSync(path, 'utf8')).toBe(second);
  });

  test('says which lines of people go with the old one', async () => {
    const path = file('');
    await update(path);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('\n\n##', '\n\nAsk Ola first.\n\n##'));
    const { stderr } = await update(path);
    expect(stderr).toContain('1 line of the old checklist is not in the new one, the first of them: Ask Ola first.\n');
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('makes a file that is not there', async () => {
    const path = join(emptyFolder(), 'new.md');
    expect((await update(path)).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(await checklist(repo));
  });

  test('says which box it unticks, because it is no longer so', async () => {
    const path = file('');
    const own = repoOfFixture('two-phases');
    await maskinflytt(own, ['fix', '--phase', 'prepare', '--write']);
    await maskinflytt(own, ['checklist', '--update', path]);
    git(own, 'checkout', '-q', '.');
    const { stderr } = await maskinflytt(own, ['checklist', '--update', path]);
    expect(stderr).toContain('No longer ticked, because it no longer holds: Nothing is left to prepare.\n');
  });

  test('counts all of the file', async () => {
    const path = file('x'.repeat(3000));
    await update(path, '--max-length', '4000');
    expect(readFileSync(path, 'utf8').length).toBeLessThanOrEqual(4000);
    const full = file('x'.repeat(3990));
    const { code, stderr } = await update(full, '--max-length', '4000');
    expect([code, stderr]).toEqual([
      2,
      'maskinflytt: Nothing of the checklist fits into 4000 characters; give --max-length a larger number.\n',
    ]);
    expect(readFileSync(full, 'utf8')).toBe('x'.repeat(3990));
  });

  test.each([
    ['damaged markers', `${begin}\n`, 'the markers around the checklist are damaged or doubled'],
    ['doubled markers', `${begin}\n${end}\n`.repeat(2), 'the markers around the checklist are damaged or doubled'],
    ['bytes that are no UTF-8', Uint8Array.of(0xe6, 0x0a), 'is not a text in UTF-8'],
  ])('refuses %s, and writes nothing', async (_, text, said) => {
    const path = file(text);
    const before = readFileSync(path);
    const { code, stderr } = await update(path);
    expect([code, stderr.includes(said)]).toEqual([2, true]);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('never writes through a link, nor into a folder that is not there', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'real.md'), 'Hei\n');
    symlinkSync('real.md', join(folder, 'link.md'));
    symlinkSync('nowhere.md', join(folder, 'dangling.md'));
    for (const name of ['link.md', 'dangling.md', 'none/x.md']) {
      expect((await update(join(folder, name))).code).toBe(2);
    }
    expect(readFileSync(join(folder, 'real.md'), 'utf8')).toBe('Hei\n');
    expect(existsSync(join(folder, 'nowhere.md'))).toBe(false);
  });
});

test.each([
  ['a path without an app', ['.'], 'No Altinn app in .'],
  ['two paths', ['.', '.'], '"." is one argument too many.'],
  ['a path that is not there', ['nowhere'], 'nowhere does not exist.'],
])('%s is wrong use', async (_, paths, said) => {
  const { code, stdout, stderr } = await maskinflytt(emptyFolder(), ['checklist', ...paths]);
  expect([code, stdout, stderr.startsWith(`maskinflytt: ${said}`)]).toEqual([2, '', true]);
});

test('several apps have a part each, with keys of their own', async () => {
  const text = await checklist(repoOfFixture('several-apps'));
  const titles = text.split('\n').filter((line) => line.startsWith('## '));
  expect(titles).toHaveLength(2);
  const keys = [...text.matchAll(/<!--mf[+-]([a-z0-9]{6})(?::[a-z0-9]{4})?-->/g)].map(([, key]) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('names from the app stay text, wherever they stand', async () => {
  const hostile = [
    '</details><script>x</script>',
    '<!-- /maskinflytt:checklist -->',
    '- [x] y <!--mf-abc123-->',
    '@ola #12 GH-12 !3 :tada:',
    'a|b `c` ``d``` ~~~',
    'https://x.no/ [x](y) ![z](w)',
  ].join(' ');
  const text = JSON.stringify(hostile);
  const folder = emptyFolder();
  const put = (path: string, content: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  put(
    'App/App.csproj',
    `<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><UserSecretsId>${hostile.replace(/[<>]/g, '')}</UserSecretsId></PropertyGroup><ItemGroup><PackageReference Include="Altinn.App.Api" Version="8.9.1" /><PackageReference Include="Altinn.App.Core" Version="8.9.1" /></ItemGroup></Project>\n`,
  );
  put('App/config/applicationmetadata.json', `{ "id": ${text}, "org": "x" }\n`);
  put(
    'App/Program.cs',
    `using Altinn.App.Api.Extensions;
void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
    services.ConfigureMaskinportenClient(${text});
    services.AddHttpClient(${text}).UseMaskinportenAltinnAuthorization(${text});
}
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
RegisterCustomAppServices(builder.Services, builder.Configuration, builder.Environment);
builder.WebHost.ConfigureAppWebHost(args);
builder.AddAzureKeyVaultAsConfigProvider();
builder.Build().Run();
`,
  );
  const lines = (await checklist(folder)).trimEnd().split('\n');
  expect(lines.filter((line) => line.includes('maskinflytt:checklist') && line.startsWith('<!--'))).toEqual([
    expect.stringMatching(/^<!-- maskinflytt:checklist [a-z0-9 ]+ -->$/),
    end,
  ]);
  const boxes = lines.filter((line) => /^\s*- \[/.test(line));
  expect(boxes.filter((line) => !/ <!--mf[+-][a-z0-9]{6}(:[a-z0-9]{4})?-->$/.test(line))).toEqual([]);
  const kinds = /^(?:<!-- \/?maskinflytt:checklist[a-z0-9 ]* -->|#{2,3} .*|- .*|\*\*.*|| {2}.*|[A-Z].*)$/;
  expect(lines.filter((line) => !kinds.test(line))).toEqual([]);
  // Without code, where nothing means anything, nothing of it is left that does.
  const fenced = lines.filter((line) => !line.startsWith('  ')).join('\n');
  const prose = fenced.replace(/(?<!\\)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '');
  expect(prose).not.toMatch(
    /(?<!\\)<(?!!--(mf[+-][a-z0-9]{6}(:[a-z0-9]{4})?| \/?maskinflytt:checklist[a-z0-9 ]* -)-?->)/,
  );
  expect(prose).not.toMatch(/@ola|#12|GH-12|!3|:tada:|:\/\/x/);
  expect(prose).not.toMatch(/(?<!\\)\](?:\(|\[)/);
});
