import { expect, test } from 'vitest';
import { fingerprints } from '../../../src/rules/fingerprint.ts';
import { committedKey } from '../../../src/rules/secrets/committed-key.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { base64, curve, jwkOf, pemOf, pkcs12With, rsa } from '../../app/secrets/key-material.ts';
import { appWith, auditedApp, found } from '../audited.ts';

const jwk = JSON.stringify(jwkOf(rsa.privateKey));
const clean = '    services.AddHttpContextAccessor();';

test('says nothing of an app that has nothing of it', async () => {
  const more = {
    'App/appsettings.json': `{ "MaskinportenSettings": { "EncodedJwk": "", "Jwk": ${JSON.stringify(jwkOf(rsa.publicKey))} } }`,
    'App/public.pem': pemOf(rsa.publicKey, 'spki'),
    'App/trusted.p12': pkcs12With('certificate'),
  };
  expect(await found('secrets/committed-key', appWith(clean, { more }))).toEqual([]);
});

test('says where each key stands, in the app and around it', async () => {
  const more = {
    'App/appsettings.json': `{\n  "Kestrel": {},\n  "MaskinportenSettings": { "EncodedJwk": "${base64(jwk)}" }\n}`,
    'App/maskinportenSettings.json': JSON.stringify({ MaskinportenSettings: { Jwk: jwkOf(curve.privateKey) } }),
    'App/virksomhet.pfx': pkcs12With('key'),
    'App/Startup/Keys.cs': `static class Keys\n{\n    public const string Test = ${JSON.stringify(jwk)};\n}\n`,
    'deployment/values.yaml': `env:\n  - name: MaskinportenSettings__EncodedJwk\n    value: "${base64(jwk)}"\n`,
    'tools/cli/appsettings.json': `{ "EncodedJwk": "${base64(jwk)}" }`,
    'key.pem': pemOf(rsa.privateKey, 'pkcs8'),
  };
  expect(await found('secrets/committed-key', appWith(clean, { more }))).toEqual([
    'App/Startup/Keys.cs:3 error prepare manual',
    'App/appsettings.json:3 error prepare manual',
    'App/maskinportenSettings.json:1 error prepare manual',
    'App/virksomhet.pfx:1 error prepare manual',
    'deployment/values.yaml:3 error prepare manual',
    'key.pem:1 error prepare manual',
    'tools/cli/appsettings.json:1 error prepare manual',
  ]);
});

test('tells the form and the file, and nothing of the key', async () => {
  const more = { 'App/keys.json': `{\n  "keys": [${jwk}],\n "Encoded": "${base64(jwk)}" }` };
  const { app } = await auditedApp(appWith(clean, { more }));
  const findings = committedKey.check(app);
  expect(findings.map(({ data }) => data)).toEqual([
    { file: 'App/keys.json', form: 'jwk', owner: 'app' },
    { file: 'App/keys.json', form: 'base64-jwk', owner: 'app' },
  ]);
  expect(findings.map(({ at }) => at.end - at.start)).toEqual([0, 0]);
});

test('tells another key in the same place apart, so that a baseline does not hide it', async () => {
  const printed = async (key: typeof jwk) => {
    const { app } = await auditedApp(appWith(clean, { more: { 'App/key.json': key } }));
    return fingerprints(app, committedKey.check(app));
  };
  const other = JSON.stringify(jwkOf(curve.privateKey));
  expect(await printed(jwk)).toEqual(await printed(`\n${jwk}`));
  expect(await printed(jwk)).not.toEqual(await printed(other));
});

test('advises another step where no app uses the key', () => {
  for (const { rules } of [en, nb]) {
    const { next } = rules['secrets/committed-key'];
    const data = { file: 'a.json', form: 'jwk' } as const;
    expect(next({ ...data, owner: 'app' })).toContain('Studio');
    expect(next({ ...data, owner: 'none' })).not.toContain('Studio');
  }
});
