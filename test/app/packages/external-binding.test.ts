import { expect, test } from 'vitest';
import { externalBinding } from '../../../src/app/packages/external-binding.ts';
import type { AltinnPackage } from '../../../src/app/versions/packages.ts';

function packaged(version: string | null, id = 'Altinn.ApiClients.Maskinporten'): AltinnPackage {
  return { id, version, how: 'direct', source: 'App/App.csproj' };
}

test.each([
  ['7.1.0', 'late'],
  ['8.0.1', 'late'],
  ['8.9.9', 'late'],
  ['9.0.0-preview.1', 'at-registration'],
  ['9.0.0', 'at-registration'],
  ['10.2.0', 'at-registration'],
  ['[8.0.1]', 'late'],
  ['8.*', 'late'],
  ['[8.0,9.0)', 'late'],
  ['[8.0,9.0]', 'at-registration'],
  ['[8.0,)', 'at-registration'],
  ['9.*', 'at-registration'],
  ['*', 'at-registration'],
  ['(,8.0]', 'late'],
  ['[5.0,6.0)', 'unknown'],
  ['$(Version)', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
])('the package in version %s reads the section of a client: %s', (version, expected) => {
  expect(externalBinding([packaged(version)])).toBe(expected);
});

test.each<[string, readonly AltinnPackage[], string]>([
  ['of which there is none', [], 'unknown'],
  ['that other packages say nothing of', [packaged('8.0.1', 'Altinn.ApiClients.Dan')], 'unknown'],
  ['beside others', [packaged('8.0.1'), packaged('9.0.0', 'Altinn.App.Core')], 'late'],
  ['in another casing', [packaged('8.0.1', 'altinn.apiclients.maskinporten')], 'late'],
  ['in two versions that do the same', [packaged('7.1.0'), packaged('8.0.1')], 'late'],
  ['in two versions that do not', [packaged('8.0.1'), packaged('9.0.0')], 'unknown'],
  ['in two versions of which one is not known', [packaged('8.0.1'), packaged(null)], 'unknown'],
])('the package %s', (_, packages, expected) => {
  expect(externalBinding(packages)).toBe(expected);
});
