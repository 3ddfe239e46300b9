import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { canary } from './canaries.ts';
import { commitAll, emptyFolder, filesBelow, removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const lists = ['github', 'azure', 'gitlab', 'csv'] as const;

/** One audit in all formats of lists; exit code, what was said, and each format's text. */
async function listsOf(cwd: string, ...args: readonly string[]) {
  const out = emptyFolder();
  const formats = lists.flatMap((name) => ['--format', `${name}=${join(out, name)}`]);
  const { code, stdout, stderr } = await maskinflytt(cwd, ['audit', ...args, ...formats]);
  const written = filesBelow(out);
  const text = (name: (typeof lists)[number]) => Buffer.from(written.get(name) ?? '', 'latin1').toString('utf8');
  return {
    code,
    stdout,
    stderr,
    github: text('github'),
    azure: text('azure'),
    gitlab: text('gitlab'),
    csv: text('csv'),
  };
}

const program = `void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
    services.ConfigureMaskinportenClient("=cmd|' /C calc'!A0\\n::error::x\\n##vso[task.complete result=Failed]y\\u202e");
}

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
RegisterCustomAppServices(builder.Services, builder.Configuration, builder.Environment);
builder.WebHost.ConfigureAppWebHost(args);
`;

/** An app of which every name wishes its reader ill. */
function hostileRepo(): string {
  const folder = emptyFolder();
  const files = {
    'App/App.csproj':
      '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Altinn.App.Api" Version="8.7.0" /></ItemGroup></Project>\n',
    'App/Program.cs': program,
    'App/config/applicationmetadata.json': `${JSON.stringify({ id: '=ttd/x::error::y##vso[a]b\u202e', org: 'ttd' })}\n`,
    'App/##vso[a]b;c,d:e%0A::error::x æ.cs':
      '// ConfigureMaskinportenClient\nclass A { void B(IServiceCollection s) { s.ConfigureMaskinportenClient("a:b"); } }\n',
    'App/appsettings.\n::error::x.json': '{ "MaskinportenSettings": ',
    'nøkler/=1;\u202e"@SUM(1)".json': `{ "EncodedJwk": "${canary('base64Jwk').text}" }\n`,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  commitAll(folder);
  return folder;
}

describe('what a repo names is text in every list', () => {
  const run = listsOf(hostileRepo());

  test('a line of GitHub holds one command', async () => {
    const { github } = await run;
    const lines = github.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) [^\r\n]*$/);
    expect(github).toContain('file=App/##vso[a]b;c%2Cd%3Ae%250A%3A%3Aerror%3A%3Ax æ.cs,line=2,');
  });

  test('a line of Azure Pipelines is one command, or none', async () => {
    const { azure } = await run;
    for (const line of azure.trimEnd().split('\n')) {
      expect(line.replace(/^##vso\[task\.logissue type=(?:error|warning);[^\]]*\]/, '')).not.toContain('##');
    }
    expect(azure).toContain(';sourcepath=App/# #vso[a%5Db%3Bc,d:e%AZP250A::error::x æ.cs;linenumber=2;');
  });

  test('no field of the CSV is calculated, and none turns the direction of writing', async () => {
    const { csv } = await run;
    expect(csv).toContain('"\'=ttd/x::error::y##vso[a]b\uFFFD"');
    expect(csv).toContain('"nøkler/=1;\uFFFD""@SUM(1)"".json"');
    expect(csv).not.toMatch(/[\u202a-\u202e]/);
    expect(csv.split('\r\n').every((row) => !/[\r\n]/.test(row))).toBe(true);
  });

  test('GitLab gets JSON', async () => {
    const { gitlab } = await run;
    const issues: readonly { readonly location: { readonly path: string } }[] = JSON.parse(gitlab);
    expect(issues.map(({ location }) => location.path)).toContain('App/##vso[a]b;c,d:e%0A::error::x æ.cs');
  });

  test('and the exit code is that of the audit', async () => {
    expect(await run).toMatchObject({ code: 1, stdout: '', stderr: '' });
  });
});

describe('in several repos', () => {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'a'));
  mkdirSync(join(folder, 'b', 'key'), { recursive: true });
  for (const [path, text] of [
    [
      'a/App/App.csproj',
      '<Project><ItemGroup><PackageReference Include="Altinn.App.Api" Version="8.7.0" /></ItemGroup></Project>',
    ],
    ['a/App/Program.cs', 'builder.Services.ConfigureMaskinportenClient("x:y");\n'],
    // Too long to be matched.
    ['a/docs/.gitignore', '$'.repeat(40_000)],
    ['b/key/appsettings.json', `{ "EncodedJwk": "${canary('base64Jwk').text}" }\n`],
  ] as const) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  commitAll(join(folder, 'a'));
  commitAll(join(folder, 'b'));
  mkdirSync(join(folder, 'empty'));

  test('files are named from the given path, with keys in no app and files that could not be read', async () => {
    const { github, azure, gitlab, csv } = await listsOf(folder, '.');
    for (const text of [github, azure, gitlab, csv]) {
      expect(text).toContain('a/App/Program.cs');
      expect(text).toContain('b/key/appsettings.json');
      expect(text).toContain('a/docs/.gitignore');
    }
    expect(csv).toMatch(
      /\r\n"","","","secrets\/committed-key","error","prepare","manual","b\/key\/appsettings.json","1",/,
    );
    expect(csv).toMatch(/\r\n"","","","files\/not-analysed","warning","","none","a\/docs\/.gitignore","","",/);
    expect(github).toMatch(/^::error file=b\/key\/appsettings.json,line=1,/m);
  });

  test('from the current folder where several paths are given; a path without an app is about no file', async () => {
    const { github, azure, gitlab, csv } = await listsOf(folder, 'a', 'b', 'empty');
    expect(github).toContain('::warning title=files/not-analysed::No Altinn app in empty');
    expect(azure).toContain('##vso[task.logissue type=warning;code=files/not-analysed]No Altinn app in empty');
    expect(csv).toContain('"files/not-analysed","warning","","none","","","","No Altinn app in empty');
    expect(JSON.parse(gitlab)).toContainEqual(
      expect.objectContaining({ location: { path: '.', lines: { begin: 1, end: 1 } } }),
    );
    expect(csv).toContain('"b/key/appsettings.json"');
  });

  test('from the root of the only repo that has something', async () => {
    const { csv } = await listsOf(folder, 'a/App');
    expect(csv).toContain('"App/Program.cs","1","18"');
  });
});

describe('the summary of a step', () => {
  const repo = repoOfFixture('two-phases');
  const audit = (file: string, ...args: readonly string[]) =>
    maskinflytt(repo, ['audit', ...args], { env: { GITHUB_STEP_SUMMARY: file } });

  test('is the Markdown report behind what stands there already', async () => {
    const file = join(emptyFolder(), 'summary.md');
    writeFileSync(file, 'Before.\n');
    const { code, stdout, stderr } = await audit(file, '--format', 'github');
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^::error /);
    const markdown = await maskinflytt(repo, ['audit', '--format', 'markdown']);
    expect(readFileSync(file, 'utf8')).toBe(`Before.\n${markdown.stdout}`);
  });

  test('is cut below the most that GitHub takes, and says so', async () => {
    const file = join(emptyFolder(), 'summary.md');
    writeFileSync(file, 'x'.repeat(1024 * 1024 - 1000));
    expect((await audit(file, '--format', 'github', '--lang', 'nb')).code).toBe(1);
    const text = readFileSync(file, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1024 * 1024);
    expect(text).toMatch(/x# Klientdetaljer for Maskinporten: kontroll\n[\s\S]*\n\nResten er kuttet her, [^\n]+\n$/);
  });

  test('changes nothing but a sentence on stderr where it cannot be written', async () => {
    const folder = emptyFolder();
    const { code, stdout, stderr } = await audit(folder, '--format', 'github');
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::error /);
    expect(stderr).toMatch(/^The summary of the step could not be written to /);
  });

  test('is there only where its format was asked for', async () => {
    const file = join(emptyFolder(), 'summary.md');
    await audit(file, '--format', 'azure');
    expect(() => readFileSync(file)).toThrow();
  });
});
