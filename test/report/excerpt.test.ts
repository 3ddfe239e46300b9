import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/report/display-width.ts';
import { maskinflytt } from '../end-to-end/binary.ts';
import { commitAll, emptyFolder, removeRepos } from '../end-to-end/repo.ts';

afterAll(removeRepos);

const call = 'services.ConfigureMaskinportenClient("a:MaskinportenSettings");';
const lines: Readonly<Record<string, string>> = {
  plain: `    ${call}`,
  tabs: `\t\t${call}`,
  'wide characters before it': `    _ = "申請🚀å"; ${call}`,
  'combining marks before it': `    _ = "e\u0301"; ${call}`,
  'a long beginning': `    _ = "${'lang '.repeat(60)}"; ${call}`,
  'a long end': `    ${call} // ${'lang '.repeat(60)}`,
  'long on both sides': `    _ = "${'før '.repeat(60)}"; ${call} // ${'etter '.repeat(60)}`,
  'commands to the terminal': `    _ = "\u001b[2J\u202e"; ${call}`,
};

describe('the offending line', () => {
  const shown = new Map<string, { readonly code: string; readonly mark: string }>();

  beforeAll(async () => {
    const folder = emptyFolder();
    for (const [index, line] of Object.values(lines).entries()) writeApp(join(folder, `app${index}`), line);
    commitAll(folder);
    const { stdout } = await maskinflytt(folder, ['audit', '--rule', 'config/custom-path']);
    const excerpts = [...stdout.matchAll(/^ +4 │ (.*)\n +│ (.*)$/gm)];
    expect(excerpts).toHaveLength(Object.keys(lines).length);
    for (const [index, name] of Object.keys(lines).entries()) {
      const [, code = '', mark = ''] = excerpts[index] ?? [];
      shown.set(name, { code, mark });
    }
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 100)).toEqual([]);
    expect(stdout.split('\n').filter((line) => /\s$/.test(line))).toEqual([]);
  });

  test.each(Object.keys(lines))('has the mark below the method: %s', (name) => {
    const { code, mark } = shown.get(name) ?? { code: '', mark: '' };
    const before = code.slice(0, code.indexOf('ConfigureMaskinportenClient'));
    expect(mark).toBe(`${' '.repeat(displayWidth(before))}${'^'.repeat('ConfigureMaskinportenClient'.length)}`);
  });

  test('is cut where it is too long, and says so', () => {
    expect(shown.get('a long beginning')?.code).toMatch(/^….*"; services\.Configure.*;$/);
    expect(shown.get('a long end')?.code).toMatch(/^(?!…).*…$/);
    expect(shown.get('long on both sides')?.code).toMatch(/^….*…$/);
  });

  test('gives the terminal nothing to obey', () => {
    expect(shown.get('commands to the terminal')?.code).toContain('"\uFFFD[2J\uFFFD"');
  });
});

function writeApp(folder: string, line: string): void {
  mkdirSync(join(folder, 'App', 'config'), { recursive: true });
  const project =
    '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Altinn.App.Api" Version="8.12.7" /></ItemGroup></Project>';
  writeFileSync(join(folder, 'App', 'App.csproj'), project);
  writeFileSync(join(folder, 'App', 'config', 'applicationmetadata.json'), '{ "id": "ttd/a", "org": "ttd" }');
  const program = `using Altinn.App.Api.Extensions;\nvoid Register(IServiceCollection services)\n{\n${line}\n}\n`;
  writeFileSync(join(folder, 'App', 'Program.cs'), program);
}
