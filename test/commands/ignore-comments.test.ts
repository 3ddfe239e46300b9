import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readIgnoring } from '../../src/commands/ignore-comment.ts';
import { isAbout } from '../../src/commands/ignore-comments.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import { nb } from '../../src/words/nb.ts';
import { appWith, type Files } from '../rules/audited.ts';
import { type Audited, auditIn, fixIn, folderWith, told } from './in-process.ts';

const rule = 'clients/obsolete-spelling';

describe('a comment', () => {
  test.each([
    [`// maskinflytt-ignore ${rule}: waits for 8.7`, [rule], 'waits for 8.7', null],
    [`//maskinflytt-ignore ${rule} : "quoted": and more`, [rule], '"quoted": and more', null],
    [`/// Maskinflytt-Ignore ${rule}: r`, [rule], 'r', null],
    [`# maskinflytt-ignore ${rule} until 2027-03-31: r`, [rule], 'r', '2027-03-31'],
    [`<!-- maskinflytt-ignore ${rule}:\n     over\n     lines -->`, [rule], 'over lines', null],
    [
      `/*\r\n * maskinflytt-ignore ${rule},\r\n *   config/custom-path: r\r\n */`,
      [rule, 'config/custom-path'],
      'r',
      null,
    ],
    [`/** maskinflytt-ignore ${rule},${rule}: r **/`, [rule], 'r', null],
  ])('%j lets findings stand', (text, rules, reason, expires) => {
    expect(readIgnoring(text)).toEqual({ kind: 'ignoring', rules, reason, expires });
  });

  test.each([
    ['// maskinflytt-ignore', { code: 'malformed' }],
    ['// maskinflytt-ignore: r', { code: 'malformed' }],
    ['// maskinflytt-ignore-line config/custom-path: r', { code: 'malformed' }],
    [`// maskinflytt-ignore ${rule} because: r`, { code: 'malformed' }],
    [`// maskinflytt-ignore ${rule}, : r`, { code: 'malformed' }],
    ['// maskinflytt-ignore until 2027-01-01: r', { code: 'malformed' }],
    [`// maskinflytt-ignore ${rule}`, { code: 'no-reason' }],
    [`// maskinflytt-ignore ${rule}:`, { code: 'no-reason' }],
    [`// maskinflytt-ignore ${rule} until 2027-01-01`, { code: 'no-reason' }],
    ['// maskinflytt-ignore clients/spelling: r', { code: 'unknown-rule', rule: 'clients/spelling' }],
    [`// maskinflytt-ignore ${rule}, all: r`, { code: 'unknown-rule', rule: 'all' }],
    [`// maskinflytt-ignore ${rule} until 2027-02-29: r`, { code: 'bad-date', date: '2027-02-29' }],
    [`// maskinflytt-ignore ${rule} until soon: r`, { code: 'bad-date', date: 'soon' }],
    [`// maskinflytt-ignore ${rule} until: r`, { code: 'bad-date', date: '' }],
    [
      `// maskinflytt-ignore ${rule} until 2027-01-01 until 2028-01-01: r`,
      { code: 'bad-date', date: '2027-01-01 until 2028-01-01' },
    ],
    ['// maskinflytt-ignore secrets/committed-key: r', { code: 'committed-key' }],
  ])('%j has a fault', (text, fault) => {
    expect(readIgnoring(text)).toEqual({ kind: 'fault', fault });
  });

  test.each(['// see maskinflytt-ignore', '// maskinflytt', '# ignore', '/**/'])(
    '%j is about something else',
    (text) => {
      expect(readIgnoring(text)).toBeNull();
    },
  );

  test.each(ruleIds.filter((id) => id !== 'secrets/committed-key'))('may name %s', (id) => {
    expect(readIgnoring(`// maskinflytt-ignore ${id}: r`)).toMatchObject({ rules: [id] });
  });
});

const call = 'services.AddHttpClient("x").UseMaskinportenAuthorisation("a");';

async function audited(services: string, more: Files = {}): Promise<Audited> {
  return auditIn(folderWith(appWith(services, { more })), { rules: [rule] });
}

describe('in C#, a finding', () => {
  test('is let stand by a comment on its line, above its statement, or above its link of the chain', async () => {
    const ignore = (reason: string) => `maskinflytt-ignore ${rule}: ${reason}`;
    const run = await audited(`    ${call} // ${ignore('beside')}
    // ${ignore('above')}
    services
        .AddHttpClient("y")
        .UseMaskinportenAuthorisation("a");
    services
        .AddHttpClient("z")
        /* ${ignore('within')} */
        .UseMaskinportenAuthorisation("a");
    ${call}`);
    expect(told(run)).toEqual([`${rule} 3 beside`, `${rule} 7 above`, `${rule} 11 within`, `${rule} 12`]);
    expect([run.code, run.talk]).toEqual([0, []]);
    expect(run.report.summary.bySeverity.warning).toBe(1);
  });

  test('is let stand whatever the case of the comment is', async () => {
    const run = await audited(`    ${call} // MASKINFLYTT-IGNORE ${rule}: loud`);
    expect(told(run)).toEqual([`${rule} 3 loud`]);
  });

  test('is let stand above all that is in a function, and not behind it', async () => {
    const run = await audited(`    // maskinflytt-ignore ${rule} until 2026-11-20: all of it
    void Add()
    {
        ${call}
    }
    ${call}`);
    expect(told(run)).toEqual([`${rule} 6 all of it 2026-11-20`, `${rule} 8`]);
  });

  test('is not let stand by text, by code that is never compiled, or by another rule', async () => {
    const run = await audited(`    var a = "// maskinflytt-ignore ${rule}: text"; ${call}
    var b = """
        // maskinflytt-ignore ${rule}: raw text
        """; ${call}
#if false
    // maskinflytt-ignore ${rule}: never
#endif
    ${call}
    // maskinflytt-ignore config/custom-path: another
    ${call}`);
    expect(told(run)).toEqual([`${rule} 3`, `${rule} 6`, `${rule} 10`, `${rule} 12`]);
    expect(run.talk).toEqual([]);
  });
});

describe('a comment is about a finding', () => {
  const at = (start: number) => ({ rule, at: { file: 'a', start, end: start + 1 } }) as const;
  const about = (start: number, end: number) =>
    ({ rule, reason: 'r', expires: null, at: { file: 'a', start: 0, end: 1 }, about: [{ start, end }] }) as const;

  test('that begins where its element does or within it, and not where that ends', () => {
    expect([4, 5, 8, 9, 10].map((start) => isAbout(about(5, 9), at(start)))).toEqual([false, true, true, false, false]);
  });

  test('that begins where it is about an empty place', () => {
    expect([4, 5, 6].map((start) => isAbout(about(5, 5), at(start)))).toEqual([false, true, false]);
  });
});

describe('of a comment is told', () => {
  const place = expect.stringMatching(/^App\/Program\.cs:3: /);

  test('that it expired, the day after its last', async () => {
    const folder = folderWith(appWith(`    ${call} // maskinflytt-ignore ${rule} until 2026-11-20: r`));
    expect((await auditIn(folder, { rules: [rule], today: '2026-11-20' })).talk).toEqual([]);
    const run = await auditIn(folder, { rules: [rule], today: '2026-11-21' });
    expect(run.talk).toEqual([
      `App/Program.cs:3: the comment that suppresses ${rule} expired on 2026-11-20, and no longer suppresses anything.`,
    ]);
    expect(told(run)).toEqual([`${rule} 3`]);
  });

  test('that it fits nothing, when its rule was asked', async () => {
    const folder = folderWith(appWith(`    // maskinflytt-ignore ${rule}, config/delegate: r\n    services.AddMvc();`));
    expect((await auditIn(folder, { rules: [rule] })).talk).toEqual([
      `App/Program.cs:3: the comment that suppresses ${rule} fits no finding; it can go.`,
    ]);
    expect((await auditIn(folder)).talk).toHaveLength(2);
    expect((await auditIn(folder, { words: nb })).talk).toContain(
      `App/Program.cs:3: Kommentaren med unntak for ${rule} passer ikke på noe funn; den kan fjernes.`,
    );
  });

  test.each([
    [`maskinflytt-ignore ${rule}`, 'it gives no reason'],
    ['maskinflytt-ignore clients/spelling: r', 'there is no rule "clients/spelling".'],
    [`maskinflytt-ignore ${rule} until 31.3.2027: r`, '"31.3.2027" is none.'],
    ['maskinflytt-ignore secrets/committed-key: r', 'only where maskinflytt.config.json says so.'],
  ])('what is wrong with "%s"; the finding stays', async (text, sentence) => {
    const run = await audited(`    ${call} // ${text}`);
    expect(run.talk).toEqual([place]);
    expect(run.talk[0]).toContain(sentence);
    expect(told(run)).toEqual([`${rule} 3`]);
  });

  test('that its file could not be parsed', async () => {
    const run = await audited('', { 'App/appsettings.json': '{ // maskinflytt-ignore config/dead-section: r\n' });
    expect(run.talk).toEqual(['App/appsettings.json: the comment suppresses nothing: the file could not be parsed.']);
  });

  test('nothing outside of what was asked for', async () => {
    const other = appWith(`    // maskinflytt-ignore ${rule}: r`);
    const files = Object.entries(other).map(([path, text]) => [`two/${path}`, text] as const);
    const folder = folderWith({ ...prefixed('one', appWith('')), ...Object.fromEntries(files) });
    expect((await auditIn(join(folder, 'one'))).talk).toEqual([]);
    expect((await auditIn(folder)).talk).toEqual([expect.stringMatching(/^two\/App\/Program\.cs:3: /)]);
  });
});

function prefixed(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

test('findings in settings, project files, YAML and Dockerfiles are let stand beside and below a comment', async () => {
  const more = {
    'App/appsettings.Local.json':
      '{\n  // maskinflytt-ignore config/local-file: ours\n  "MaskinportenSettings": {\n    "ClientId": "a"\n  }\n}\n',
    'deployment/values.yaml':
      'env:\n  - name: A\n    value: b\n  # maskinflytt-ignore config/environment-override: until moved\n  - name: MaskinportenSettings__ClientId\n    value: c\n',
    Dockerfile:
      'FROM x\n# maskinflytt-ignore config/environment-override: of the image\nENV A=b \\\n    MaskinportenSettings__Authority=https://x\n',
    'App/App.csproj':
      '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <ItemGroup>\n    <!-- maskinflytt-ignore version/too-old: being upgraded -->\n    <PackageReference Include="Altinn.App.Api" Version="8.1.0" />\n    <PackageReference Include="Altinn.App.Core" Version="8.1.0" />\n  </ItemGroup>\n</Project>\n',
  };
  const rules = ['config/local-file', 'config/environment-override', 'version/too-old'] as const;
  const services = '    services.ConfigureMaskinportenClient("a:MaskinportenSettings");';
  const run = await auditIn(folderWith(appWith(services, { more })), { rules });
  const reasons = run.report.apps.flatMap(({ findings }) => findings.map((one) => [one.rule, one.suppressed?.reason]));
  expect(reasons).toContainEqual(['version/too-old', 'being upgraded']);
  expect(reasons).toContainEqual(['config/environment-override', 'until moved']);
  expect(reasons).toContainEqual(['config/environment-override', 'of the image']);
});

describe('fix', () => {
  const program = async (folder: string) => readFileSync(join(folder, 'App/Program.cs'), 'utf8');

  test('leaves alone what a comment lets stand, with the comment', async () => {
    const kept = `    // maskinflytt-ignore ${rule}: waits\n    ${call}\n`;
    const folder = folderWith(appWith(`    ${call}\n${kept}    ${call}`));
    await fixIn(folder, { phase: 'prepare' });
    const after = await program(folder);
    expect(after).toContain(kept);
    expect(after.split('Authorization(')).toHaveLength(3);
  });

  test.each([
    ['an empty line between', `    // maskinflytt-ignore scopes/to-add: r\n\n    configure\n`],
    ['a directive between', `    // maskinflytt-ignore scopes/to-add: r\n#pragma warning disable X\n    configure\n`],
    ['another comment between', `    // maskinflytt-ignore scopes/to-add: r\n    // Ours.\n\n    configure\n`],
    ['on its line', `    /* maskinflytt-ignore scopes/to-add: r */ configure\n`],
    ['behind another', `    services.AddMvc();\n    /* maskinflytt-ignore scopes/to-add: r\n */\n\n    configure\n`],
  ])('takes a comment along with what it is about: %s', async (_, above) => {
    const configure = 'services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';
    const next = '    services.AddHttpClient("x").UseMaskinportenAuthorization("a");';
    const services = `${above.replace('configure', configure)}\n${next}`;
    const folder = folderWith(appWith(services, { version: '8.7.0' }));
    await fixIn(folder, { phase: 'switch' });
    const after = await program(folder);
    expect(after).not.toContain('ConfigureMaskinportenClient');
    expect(after).not.toContain('maskinflytt-ignore');
    expect(after).toContain(next);
    expect(after).not.toContain('\n\n\n');
  });

  test('leaves a comment that is about something else on the line too', async () => {
    const ignore = '/* maskinflytt-ignore scopes/to-add: r */';
    const services = `    ${ignore} services.ConfigureMaskinportenClient("mine:MaskinportenSettings"); services.AddMvc();
    services.AddHttpClient("x").UseMaskinportenAuthorization("a");`;
    const folder = folderWith(appWith(services, { version: '8.7.0' }));
    await fixIn(folder, { phase: 'switch' });
    expect(await program(folder)).toContain(`    ${ignore} services.AddMvc();\n`);
  });

  test('takes a comment along with the statement that it is about, lest it lets the next one stand', async () => {
    const services = `    // maskinflytt-ignore config/custom-path until 2026-01-01: was allowed once
    services.ConfigureMaskinportenClient("mine:MaskinportenSettings");
    services.AddHttpClient("x").UseMaskinportenAuthorization("a");`;
    const folder = folderWith(appWith(services, { version: '8.7.0' }));
    await fixIn(folder, { phase: 'switch' });
    const after = await program(folder);
    expect(after).not.toContain('ConfigureMaskinportenClient');
    expect(after).not.toContain('maskinflytt-ignore');
  });
});
