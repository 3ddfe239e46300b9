import { describe, expect, test } from 'vitest';
import type { DifferByEnvironmentData } from '../../../src/words/rules/scopes/differ-by-environment.ts';
import { appWith, auditedApp, type Files, found, programWith } from '../audited.ts';

const rule = 'scopes/differ-by-environment';
const warning = 'warning switch manual';

function external(rest: string, settings: Readonly<Record<string, string | null>>): Files {
  const services = `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, Client>(config.GetSection("Mp")${rest});`;
  const files = Object.entries(settings).map(([name, scope]) => [
    `App/${name}`,
    scope === null ? '{ "Mp": {} }' : `{ "Mp": { "Scope": "${scope}" } }`,
  ]);
  const program = `using Altinn.ApiClients.Maskinporten.Extensions;\n${programWith(services)}`;
  return appWith('', { more: { 'App/Program.cs': program, ...Object.fromEntries(files) } });
}

async function dataOf(files: Files): Promise<readonly DifferByEnvironmentData[]> {
  const { settled } = await auditedApp(files);
  return settled.flatMap(({ finding }) => (finding.rule === rule ? [finding.data] : []));
}

const all = 'appsettings.json';
const staging = 'appsettings.Staging.json';
const production = 'appsettings.Production.json';
const development = 'appsettings.Development.json';

describe('settings files that disagree', () => {
  test('are named with the scopes of each', async () => {
    const files = external('', { [staging]: 'a:read', [production]: 'a:read b:read' });
    expect(await found(rule, files)).toEqual([`App/${production}:1 ${warning}`]);
    expect(await dataOf(files)).toEqual([
      {
        section: 'Mp',
        files: [
          { file: `App/${production}`, scopes: ['a:read', 'b:read'] },
          { file: `App/${staging}`, scopes: ['a:read'] },
        ],
        unsetElsewhere: false,
      },
    ]);
  });

  test('may be the common one and that of one environment', async () => {
    expect(await found(rule, external('', { [all]: 'a:read', [production]: 'b:read' }))).toHaveLength(1);
  });

  test('may be one, where another environment has none', async () => {
    const [data] = await dataOf(external('', { [production]: 'b:read' }));
    expect(data).toMatchObject({ files: [{ file: `App/${production}`, scopes: ['b:read'] }], unsetElsewhere: true });
  });

  test('may disagree on casing alone', async () => {
    expect(await found(rule, external('', { [staging]: 'a:read', [production]: 'a:Read' }))).toHaveLength(1);
  });
});

describe('silent', () => {
  test.each([
    ['where they agree', { [staging]: 'a:read', [production]: 'a:read' }],
    ['where only their order differs', { [staging]: 'a:read b:read', [production]: 'b:read  a:read' }],
    ['where one says what the common one says', { [all]: 'a:read', [production]: 'a:read' }],
    ['where Development alone differs', { [all]: 'a:read', [development]: 'b:read' }],
    ['where no environment has any', { [all]: null, [production]: null }],
    ['where each environment overrides the common one', { [all]: 'c', [staging]: 'a:read', [production]: 'a:read' }],
  ])('%s', async (_, settings) => {
    expect(await found(rule, external('', settings))).toEqual([]);
  });

  test('where code has the last word', async () => {
    const settings = { [staging]: 'a:read', [production]: 'b:read' };
    expect(await found(rule, external(', d => d.ClientSettings.Scope = "c:read"', settings))).toEqual([]);
  });

  test('about a section that nothing binds, or that stays', async () => {
    const settings = { [staging]: 'a:read', [production]: 'b:read' };
    const unbound = { ...external('', settings), 'App/Program.cs': programWith('') };
    expect(await found(rule, unbound)).toEqual([]);
    expect(await found(rule, external('', settings), { decide: { Mp: 'own-external' } })).toEqual([]);
  });
});
