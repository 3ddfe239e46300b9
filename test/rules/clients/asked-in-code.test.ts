import { describe, expect, test } from 'vitest';
import type { Decision } from '../../../src/decision.ts';
import { nextOf } from '../../../src/report/message.ts';
import { en } from '../../../src/words/en.ts';
import { nb } from '../../../src/words/nb.ts';
import { appWith, auditedApp, programWith } from '../audited.ts';

const provider = 'using Altinn.App.Core.Internal.Maskinporten;\nclass C(IMaskinportenTokenProvider tokens) { }';
const service = 'using Altinn.ApiClients.Maskinporten.Interfaces;\nclass C(IMaskinportenService tokens) { }';
const bound = 'services.ConfigureMaskinportenClient("mine");';

async function advice(text: string, version: string, { program = programWith(''), decide = {} }: Around = {}) {
  const files = appWith('', { version, more: { 'App/C.cs': text, 'App/Program.cs': program } });
  const { settled } = await auditedApp(files, { decide });
  const [said] = settled.filter(({ finding }) => finding.at.file === 'App/C.cs');
  if (said === undefined) throw new Error('nothing found');
  return { en: nextOf(said.finding, en), nb: nextOf(said.finding, nb) };
}

interface Around {
  readonly program?: string;
  readonly decide?: Readonly<Record<string, Decision>>;
}

describe.each([
  ['the token provider', provider],
  ['the service of the package', service],
])('who asks %s is told', (_, text) => {
  test.each(['8.5.0', '8.12.7'])('on %s that a token is no string', async (version) => {
    const { en, nb } = await advice(text, version);
    expect(en).toMatch(/GetAltinnExchangedToken.*JwtToken.*Value/);
    expect(nb).toMatch(/GetAltinnExchangedToken.*JwtToken.*Value/);
    expect(`${en}${nb}`).not.toContain('AccessToken is');
  });

  test('on 8.3 to read the response, which has nothing else', async () => {
    const { en, nb } = await advice(text, '8.3.4');
    for (const said of [en, nb]) {
      expect(said).toContain('AccessToken');
      expect(said).not.toMatch(/JwtToken|Value|GetAltinnExchangedToken/);
      expect(said).toContain('8.7');
    }
  });

  test('both where the version cannot be told', async () => {
    const { en, nb } = await advice(text, 'latest');
    for (const said of [en, nb]) expect(said).toMatch(/JwtToken.*Value.*AccessToken/);
  });

  test('to add scopes first, and to verify in TT02', async () => {
    const { en, nb } = await advice(text, '8.12.7');
    expect(en).toMatch(/^Add the scopes in Altinn Studio\. .* TT02 and verify tokens there before production\.$/);
    expect(nb).toMatch(/^Legg til scopene i Altinn Studio\. .* TT02 og verifiser tokener der før produksjon\.$/);
  });

  test('to look into the Key Vault where there is one', async () => {
    const host = 'builder.WebHost.ConfigureAppWebHost(args);';
    const program = programWith('').replace(host, `${host}\nbuilder.AddAzureKeyVaultAsConfigProvider();`);
    const { en, nb } = await advice(text, '8.12.7', { program });
    for (const said of [en, nb]) expect(said).toContain('MaskinportenSettings--…');
  });
});

test('who keeps a section for the built-in client adds no scopes in Studio', async () => {
  const decide = { mine: 'own-built-in' } as const;
  const { en } = await advice(service, '8.12.7', { program: programWith(bound), decide });
  expect(en).toMatch(/^Bind the built-in client to the section.*JwkBase64/);
  expect(en).not.toContain('Studio');
});
