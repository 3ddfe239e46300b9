import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Capabilities, capabilitiesOf } from '../../../src/app/capabilities/capabilities.ts';
import { version } from '../../../src/app/versions/nuget-version.ts';

const at = (...texts: readonly string[]): Capabilities => capabilitiesOf(texts.map(version));

/** The columns of the table of versions, each by its first and its last release. */
const columns = ['7.0.0', '8.2.3', '8.3.0', '8.3.9', '8.5.0', '8.6.6', '8.7.0', '8.12.7', '9.0.0-preview.1'];

describe('what exists in which version', () => {
  test.each<[keyof Capabilities, readonly string[]]>([
    ['provisionedFile', ['not-read', 'not-read', ...times(6, 'in-configuration'), 'private']],
    ['tokenType', ['none', 'none', ...times(2, 'MaskinportenTokenResponse'), ...times(5, 'JwtToken')]],
    ['exchange', [...times(4, 'no'), ...times(5, 'yes')]],
    ['configureByDelegate', ['no', 'no', ...times(6, 'yes'), 'removed']],
    ['configureByPath', ['no', 'no', 'no', ...times(5, 'yes'), 'removed']],
    ['spelling', ['none', 'none', 'american', 'american', 'british', 'british', 'both', 'both', 'american']],
    ['exchangeSpelling', [...times(4, 'none'), 'british', 'british', 'both', 'both', 'american']],
    ['tokenRequest', [...times(8, 'no'), 'yes']],
    ['tokenProvider', ['no', 'yes', ...times(6, 'obsolete'), 'removed']],
    ['ownSettingsSection', ['external-client-only', 'external-client-only', ...times(6, 'merged'), 'never-read']],
    ['internalClient', [...times(4, 'no'), ...times(4, 'yes'), 'removed']],
    ['targetFramework', ['net6.0', ...times(7, 'net8.0'), 'net10.0']],
    ['settingsFilePath', ['no', 'no', ...times(6, 'yes'), 'removed']],
    ['defaultScopes', ['no', 'no', ...times(6, 'button'), 'always']],
    ['fiksMaskinportenConfig', [...times(7, 'no'), 'yes', 'removed']],
    ['tokenProviderRegistered', [...times(5, 'no'), ...times(3, 'yes'), 'removed']],
    ['vaultHelper', ['none', 'none', ...times(3, 'throws-before-host'), ...times(4, 'loads-secret-file')]],
    ['localSettingsFile', [...times(7, 'no'), 'yes', 'yes']],
    ['vaultReload', [...times(7, 'no'), 'yes', 'yes']],
    ['otherSecretFiles', [...times(7, 'no'), 'yes', 'yes']],
    ['secretFileRotation', ['no', 'no', ...times(5, 'at-start'), 'polled', 'polled']],
    ['configureAppWebHost', times(9, 'yes')],
    ['externalPackage', ['unknown', '7.1.0', ...times(6, '8.0.1'), 'none']],
  ])('%s', (capability, expected) => {
    expect(columns.map((column) => at(column)[capability])).toEqual(expected);
  });

  test.each<[keyof Capabilities, string, string, string, string]>([
    ['tokenProvider', '8.0.0', 'no', '8.1.0', 'yes'],
    ['vaultHelper', '8.2.5', 'none', '8.2.6', 'throws-before-host'],
    ['vaultHelper', '8.5.4', 'throws-before-host', '8.5.5', 'loads-secret-file'],
    ['configureByPath', '8.3.3', 'no', '8.3.4', 'yes'],
    ['tokenProviderRegistered', '8.5.5', 'no', '8.6.0', 'yes'],
    ['fiksMaskinportenConfig', '8.8.0', 'no', '8.9.0', 'yes'],
    ['localSettingsFile', '8.8.0', 'no', '8.9.0', 'yes'],
    ['vaultReload', '8.9.0', 'no', '8.9.1', 'yes'],
    ['otherSecretFiles', '8.10.1', 'no', '8.10.2', 'yes'],
    ['secretFileRotation', '8.12.4', 'at-start', '8.12.5', 'polled'],
    ['externalPackage', '8.2.3', '7.1.0', '8.2.4', '8.0.1'],
    ['externalPackage', '8.11.5', '8.0.1', '8.12.0', '10.0.1'],
    ['externalPackage', '8.12.6', '10.0.1', '8.12.7', '8.0.1'],
    ['configureAppWebHost', '6.9.0', 'no', '7.0.0', 'yes'],
    ['targetFramework', '3.9.0', 'netcoreapp3.1', '4.0.0', 'net5.0'],
    ['targetFramework', '5.9.0', 'net5.0', '6.0.0', 'net6.0'],
    ['targetFramework', '7.9.0', 'net6.0', '8.0.0', 'net8.0'],
    ['targetFramework', '2.9.0', 'unknown', '3.0.0', 'netcoreapp3.1'],
    ['provisionedFile', '8.2.9', 'not-read', '8.3.0', 'in-configuration'],
    ['provisionedFile', '8.99.0', 'in-configuration', '9.0.0-preview.1', 'private'],
    ['provisionedFile', '9.9.9', 'private', '10.0.0-preview.1', 'unknown'],
    ['tokenProvider', '8.2.9', 'yes', '8.3.0', 'obsolete'],
    ['externalPackage', '8.99.0', '8.0.1', '9.0.0', 'none'],
  ])('%s changes between %s (%s) and %s (%s)', (capability, last, before, first, after) => {
    expect([at(last)[capability], at(first)[capability]]).toEqual([before, after]);
  });
});

describe('what is not known', () => {
  test('is nothing of an unknown version', () => {
    expect(new Set(Object.values(at()))).toEqual(new Set(['unknown']));
  });

  test('is nothing of a major that is not written yet', () => {
    expect(new Set(Object.values(at('10.0.0')))).toEqual(new Set(['unknown']));
    expect(new Set(Object.values(at('10.0.0-0')))).toEqual(new Set(['unknown']));
    expect(at('9.99.0').provisionedFile).toBe('private');
  });

  test('is what a preview may or may not have yet of its release', () => {
    const preview = at('8.5.0-rc.9');
    expect(preview.spelling).toBe('unknown');
    expect(preview.exchange).toBe('unknown');
    expect(preview.provisionedFile).toBe('in-configuration');
    expect(at('8.9.2-pr.12').spelling).toBe('both');
  });

  test('is what two possible versions do not share', () => {
    const either = at('8.6.0', '8.9.2');
    expect(either.spelling).toBe('unknown');
    expect(either.tokenType).toBe('JwtToken');
  });
});

test('within 8, nothing that was there goes away', () => {
  const release = fc.tuple(fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 9 }));
  const rank: Readonly<Record<string, number>> = { no: 0, yes: 1, obsolete: 2 };
  fc.assert(
    fc.property(release, release, (a, b) => {
      const [older, newer] = [a, b].sort(([am, ap], [bm, bp]) => am - bm || ap - bp).map(([m, p]) => at(`8.${m}.${p}`));
      if (older === undefined || newer === undefined) return;
      for (const key of onlyEverAdded) expect(rank[newer[key]]).toBeGreaterThanOrEqual(rank[older[key]] ?? Number.NaN);
    }),
  );
});

const onlyEverAdded = [
  ...(['exchange', 'configureByDelegate', 'configureByPath', 'tokenProvider', 'tokenProviderRegistered'] as const),
  ...(['internalClient', 'settingsFilePath', 'fiksMaskinportenConfig', 'localSettingsFile'] as const),
  ...(['vaultReload', 'otherSecretFiles'] as const),
];

function times(count: number, value: string): readonly string[] {
  return Array.from({ length: count }, () => value);
}
