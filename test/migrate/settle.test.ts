import { describe, expect, test } from 'vitest';
import { applyTidily } from '../../src/files/blank-lines.ts';
import { settleTogether } from '../../src/migrate/settle.ts';
import { appWith, auditedApp, type Files, told } from '../rules/audited.ts';

const custom = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';

/** What becomes of the custom paths of an app, each by itself and then together. */
async function settled(files: Files) {
  const { app, settled: all } = await auditedApp(files);
  const findings = all.filter(({ finding }) => finding.rule === 'config/custom-path');
  const edits = settleTogether(app, findings).flatMap((one) => one.edits);
  const read = app.workspace.read('App/Program.cs');
  const text = read.kind === 'text' ? applyTidily(read.source.text, edits) : '';
  const services = /\n\{\n(.*?)\}\n\nWebApp/s.exec(text)?.[1];
  return { alone: findings.map((one) => told(app, one)), services };
}

describe('two calls that go together', () => {
  test('leave no empty if', async () => {
    const both = `    if (env.IsProduction())\n    {\n        ${custom}\n        ${custom}\n    }`;
    expect((await settled(appWith(both))).services).toBe('');
  });

  test('leave no local that only they used', async () => {
    const services = [
      '    const string path = "mine:MaskinportenSettings";',
      '    services.ConfigureMaskinportenClient(path);',
      '    services.AddMemoryCache().ConfigureMaskinportenClient(path);',
    ];
    expect((await settled(appWith(services.join('\n')))).services).toBe('    services.AddMemoryCache();\n');
  });

  test('leave no comment about both', async () => {
    const services = `    services.A();\n\n    // Maskinporten\n    ${custom}\n    ${custom}\n\n    services.B();`;
    expect((await settled(appWith(services))).services).toBe('    services.A();\n\n    services.B();\n');
  });

  test('leave a line for each of them where one cannot go', async () => {
    const services = `    if (env.IsProduction())\n        ${custom}\n    else\n        services.A();\n    ${custom}`;
    const result = await settled(appWith(services));
    expect(result.alone).toEqual([
      'App/Program.cs:4 error switch manual, refused (if-with-else)',
      'App/Program.cs:7 error switch review, several-configurers',
    ]);
    expect(result.services).toBe(services.replace(/\n.*$/, '\n'));
  });
});

describe('a comment is about the call', () => {
  test.each([
    ['when it speaks of Maskinporten', '// Egen klient hos maskinporten', true],
    ['when it names the section', '// mine:MaskinportenSettings', true],
    ['when it names the method', '// ConfigureMaskinportenClient', true],
    ['not when it is the template’s', '// Register your apps custom service implementations here.', false],
  ])('%s', async (_, comment, goes) => {
    const { services } = await settled(appWith(`    ${comment}\n    ${custom}`));
    expect(services).toBe(goes ? '' : `    ${comment}\n`);
  });

  test('and stays above a paragraph that goes on unless it names the very call', async () => {
    const about = (comment: string) => appWith(`    ${comment}\n    ${custom}\n    services.A();`);
    expect((await settled(about('// Maskinporten'))).services).toBe('    // Maskinporten\n    services.A();\n');
    expect((await settled(about('// mine:MaskinportenSettings'))).services).toBe('    services.A();\n');
  });
});

describe('a file that no patch can touch leaves its findings to people', () => {
  const program = String(appWith(`    ${custom}`)['App/Program.cs']);
  test.each([
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(program, 'utf16le')]), 'read-only (utf-16)'],
    ['not UTF-8', Buffer.from(`// \xe6\n${program}`, 'latin1'), 'read-only (not-utf-8)'],
  ])('%s', async (_, bytes, reason) => {
    const { alone } = await settled({ ...appWith(''), 'App/Program.cs': bytes });
    expect(alone).toEqual([expect.stringMatching(/^App\/Program\.cs:[34] error switch manual, /)]);
    expect(alone[0]).toContain(reason);
  });
});
