import { describe, expect, test } from 'vitest';
import { defaultPath } from '../../../src/words/rules/config/default-path.ts';
import { type Asked, appWith, auditedApp, type Files, found, programWith } from '../audited.ts';

const rule = 'config/default-path';
const bound = '    services.ConfigureMaskinportenClient("MaskinportenSettings");';
const custom = '    services.ConfigureMaskinportenClient("mine:MaskinportenSettings");';

describe('binding the default path by hand changes nothing in v8', () => {
  test.each([
    ['as a literal', bound],
    ['in another casing', '    services.ConfigureMaskinportenClient("maskinPortenSettings");'],
    ['through nameof', '    services.ConfigureMaskinportenClient(nameof(MaskinportenSettings));'],
    ['in a chain', '    services.A().ConfigureMaskinportenClient("MaskinportenSettings").B();'],
    ['when deployed only', `    if (!env.IsDevelopment())\n${bound}`],
  ])('%s', async (_, services) => {
    expect(await found(rule, appWith(services))).toEqual([
      expect.stringMatching(/^App\/Program\.cs:[34] note prepare safe$/),
    ]);
  });

  test('so it stays a note even beside keys in the default section, which it binds as well', async () => {
    const more = { 'App/appsettings.json': '{ "MaskinportenSettings": { "ClientId": "x" } }' };
    expect(await found(rule, appWith(bound, { more }))).toEqual(['App/Program.cs:3 note prepare safe']);
  });
});

describe('it is worth a look', () => {
  test.each<[string, Files, readonly string[]]>([
    [
      'beside another configurer',
      appWith(`${bound}\n${custom}`),
      ['App/Program.cs:3 note prepare review, several-configurers'],
    ],
    [
      'beside a delegate',
      appWith(`${bound}\n    services.ConfigureMaskinportenClient(o => { });`),
      ['App/Program.cs:3 note prepare review, several-configurers'],
    ],
    [
      'beside code that configures the settings themselves',
      appWith(
        `${bound}\n    services.Configure<Altinn.App.Core.Features.Maskinporten.Models.MaskinportenSettings>(config.GetSection("mine"));`,
      ),
      ['App/Program.cs:3 note prepare review, several-configurers'],
    ],
    [
      'after AddAltinnAppServices',
      {
        ...appWith(''),
        'App/Program.cs': programWith('').replace(
          '    services.AddAltinnAppServices(config, builder.Environment);',
          `$&\n${bound}`,
        ),
      },
      ['App/Program.cs:17 note prepare review, after-app-services'],
    ],
    [
      'where nothing shows when it runs',
      appWith(`    services.A();\n}\n\nvoid Unused(IServiceCollection services)\n{\n${bound}`),
      ['App/Program.cs:8 note prepare review, order-unknown'],
    ],
    [
      'under a condition',
      appWith(`    if (flag)\n${bound}`),
      ['App/Program.cs:4 note prepare review, conditional (flag)'],
    ],
    [
      'in Development only',
      appWith(`    if (env.IsDevelopment())\n${bound}`),
      ['App/Program.cs:4 note prepare review, development-only'],
    ],
    [
      'twice',
      appWith(`${bound}\n${bound}`),
      [
        'App/Program.cs:3 note prepare review, several-configurers',
        'App/Program.cs:4 note prepare review, several-configurers',
      ],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await found(rule, files)).toEqual(expected);
  });
});

describe('what the version makes of it', () => {
  test.each<[string, Asked, string]>([
    ['8.2.0', {}, 'note prepare manual, version-too-old (8.2.0 < 8.3.0)'],
    ['8.3.0', {}, 'note prepare safe'],
    ['8.6.0', {}, 'note prepare safe'],
    ['8.12.7', { target: 'v9' }, 'error prepare safe'],
    ['8.2.0', { target: 'v9' }, 'error prepare manual, version-too-old (8.2.0 < 8.3.0)'],
    ['9.0.0-preview.1', {}, 'error prepare safe'],
    ['9.0.0-preview.1', { target: 'v8' }, 'note prepare safe'],
    ['$(Unset)', {}, 'note prepare manual, version-unknown'],
  ])('%s %j', async (version, asked, outcome) => {
    expect(await found(rule, appWith(bound, { version }), asked)).toEqual([`App/Program.cs:3 ${outcome}`]);
  });
});

describe('on the Fiks builder', () => {
  const fiks = (path: string) => appWith(`    services.AddFiksArkiv().WithMaskinportenConfig("${path}");`);

  test('the default path is one as well', async () => {
    expect(await found(rule, fiks('MaskinportenSettings'))).toEqual(['App/Program.cs:3 note prepare safe']);
    expect(await found('config/custom-path', fiks('MaskinportenSettings'))).toEqual([]);
  });
});

test.each([
  ['a custom path', custom],
  ['a section below the default one', '    services.ConfigureMaskinportenClient("MaskinportenSettings:Own");'],
  ['a path that is not known', '    services.ConfigureMaskinportenClient(config["x"]);'],
  ['a delegate', '    services.ConfigureMaskinportenClient(o => { });'],
])('%s is not the default path', async (_, services) => {
  expect(await found(rule, appWith(services))).toEqual([]);
});

test.each([
  ['alone', bound, true],
  ['in the other branch of another', `    if (flag)\n    ${bound}\n    else\n    ${custom}`, true],
  ['beside another', `${bound}\n${custom}`, false],
])('the step promises that nothing changes only where that is sure: %s', async (_, services, expected) => {
  const { settled } = await auditedApp(appWith(services));
  const data = settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
  expect(data.map((one) => /does not change/.test(defaultPath.en.next(one)))).toEqual([expected]);
  expect(data.map((one) => /endres ikke/.test(defaultPath.nb.next(one)))).toEqual([expected]);
});
