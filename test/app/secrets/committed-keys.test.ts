import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { discoverApps } from '../../../src/app/discovery/discover-apps.ts';
import { committedKeysIn, readCommittedKeys } from '../../../src/app/secrets/committed-keys.ts';
import { openWorkspace } from '../../../src/files/open-workspace.ts';
import { walk } from '../../../src/files/walk.ts';
import { temporaryFolder, writeFiles } from '../../files/repo.ts';
import { references, webProject } from '../workspace-of.ts';
import { base64, certificate, derOf, jwkOf, pemOf, pkcs12With, rsa } from './key-material.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

const jwk = JSON.stringify(jwkOf(rsa.privateKey));
const project = webProject(references({ 'Altinn.App.Api': '8.9.2', 'Altinn.App.Core': '8.9.2' }));

function workspaceWith(files: Files) {
  const root = temporaryFolder();
  writeFiles(root, files);
  return openWorkspace({ root, files: walk(root).files });
}

function found(files: Files): readonly string[] {
  const workspace = workspaceWith(files);
  return committedKeysIn(workspace, workspace.files).map(({ form, at }) => `${at.file} ${form}`);
}

/** Each app of a repo with the files whose keys are reported there. */
function byApp(files: Files): Readonly<Record<string, readonly string[]>> {
  const workspace = workspaceWith(files);
  return Object.fromEntries(
    discoverApps(workspace, '.').map((location) => [
      location.path,
      readCommittedKeys(workspace, location).map(({ at }) => at.file),
    ]),
  );
}

describe('a key is found in', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['App/secrets.json', `{ "MaskinportenSettings": { "EncodedJwk": "${base64(jwk)}" } }`, 'base64-jwk'],
    ['App/maskinportenSettings.json', `{ "MaskinportenSettings": { "Jwk": ${jwk} } }`, 'jwk'],
    ['cli/appsettings.json', `{ "MaskinportenSettings": { "EncodedJwk": "${base64(jwk)}" } }`, 'base64-jwk'],
    ['App/appsettings.Local.json', `\ufeff{ // here\r\n "a": "${base64(jwk)}", }`, 'base64-jwk'],
    ['App/Program.cs', `var key = "${base64(jwk)}";`, 'base64-jwk'],
    ['deployment/values.yaml', `env:\n  - name: Mp__EncodedJwk\n    value: ${base64(jwk)}\n`, 'base64-jwk'],
    ['.env', `MP__ENCODEDJWK=${base64(jwk)}\n`, 'base64-jwk'],
    ['scripts/set-secret.sh', `az keyvault secret set --name x --value '${jwk}'`, 'jwk'],
    ['docs/README.md', `\`\`\`\n${jwk}\n\`\`\``, 'jwk'],
    ['without-an-extension', pemOf(rsa.privateKey, 'pkcs8'), 'pem'],
    ['App/key.pem', pemOf(rsa.privateKey, 'pkcs8'), 'pem'],
    ['App/virksomhet.pfx', pkcs12With('key'), 'pkcs12'],
    ['App/virksomhet.P12', pkcs12With('key'), 'pkcs12'],
    ['App/virksomhet.pfx', base64(pkcs12With('key')), 'base64-pkcs12'],
    ['App/key.der', derOf(rsa.privateKey, 'pkcs8'), 'der'],
    ['App/utf16.json', Buffer.from(`\ufeff{ "a": ${jwk} }`, 'utf16le'), 'jwk'],
    ['App/latin1.json', Buffer.from(`{ "å": ${jwk} }`, 'latin1'), 'jwk'],
  ])('%s: %s', (file, content, form) => {
    expect(found({ [file]: content })).toEqual([`${file} ${form}`]);
  });
});

describe('no key is found in', () => {
  test.each<[string, string | Uint8Array]>([
    ['App/trusted.pfx', pkcs12With('certificate')],
    ['App/virksomhet.cer', certificate()],
    ['App/public.key', derOf(rsa.publicKey, 'spki')],
    ['App/empty.pfx', ''],
    ['App/broken.pfx', 'not a store'],
    ['App/wwwroot/logo.png', pemOf(rsa.privateKey, 'pkcs8')],
    ['package-lock.json', `{ "integrity": "${base64(jwk)}" }`],
    ['App/bin/Debug/net8.0/secrets.json', jwk],
    ['App/binary.dat', Buffer.concat([Buffer.from([0]), Buffer.from(jwk)])],
  ])('%s', (file, content) => {
    expect(found({ [file]: content })).toEqual([]);
  });

  test('a file that is larger than any that is read', () => {
    expect(found({ 'dump.sql': `${' '.repeat(9 * 1024 * 1024)}${jwk}` })).toEqual([]);
  });
});

test('a file full of keys is told of by the first fifty', () => {
  expect(found({ 'keys.txt': `${jwk}\n`.repeat(60) })).toHaveLength(50);
});

describe('a key is reported once:', () => {
  test('in the folder of an app, with that app', () => {
    const apps = byApp({ 'a/App/App.csproj': project, 'b/App/App.csproj': project, 'b/App/x.json': jwk });
    expect(apps).toEqual({ a: [], b: ['b/App/x.json'] });
  });

  test('outside the folder of the only app, with that app', () => {
    expect(byApp({ 'src/backend/App/App.csproj': project, 'tools/x.json': jwk, 'x.json': jwk })).toEqual({
      'src/backend': ['tools/x.json', 'x.json'],
    });
  });

  test('outside the folders of several apps, with the first', () => {
    const apps = byApp({ 'b/App/App.csproj': project, 'a/App/App.csproj': project, 'ab/x.json': jwk });
    expect(apps).toEqual({ a: ['ab/x.json'], b: [] });
  });

  test('in an app within the folder of another, with the inner one', () => {
    const apps = byApp({
      'App/App.csproj': project,
      'more/App/App.csproj': project,
      'more/x.json': jwk,
      'y.json': jwk,
    });
    expect(apps).toEqual({ '.': ['y.json'], more: ['more/x.json'] });
  });
});
