import { expect, test } from 'vitest';
import { appWith, found, projectOf } from '../audited.ts';

const rule = 'version/mismatch';
const app = (api: string | null, core: string | null) =>
  appWith('', { more: { 'App/App.csproj': projectOf(api, core) } });

test.each([
  ['another patch', '8.7.1', '8.7.0'],
  ['another minor', '8.7.0', '8.6.0'],
  ['another major', '8.12.7', '9.0.0-preview.1'],
  ['a preview of the other', '8.7.0', '8.7.0-preview.1'],
  ['older than another', '8.6.0', '8.7.0'],
])('Api and Core are of different versions: %s', async (_, api, core) => {
  expect(await found(rule, app(api, core))).toEqual(['App/App.csproj:3 warning prepare manual']);
});

test.each([
  ['the same version', '8.7.0', '8.7.0'],
  ['the same version in brackets', '8.7.0', '[8.7.0]'],
  ['the same floating version', '8.*', '8.*'],
  ['Core left to Api', '8.7.0', null],
  ['one unknown', '8.7.0', '$(Unset)'],
  ['both unknown', '$(Unset)', '$(Unset)'],
])('nothing to say: %s', async (_, api, core) => {
  expect(await found(rule, app(api, core))).toEqual([]);
});
