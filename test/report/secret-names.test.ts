import { expect, test } from 'vitest';
import { secretReports } from '../../src/report/secrets.ts';
import { appWith, auditedApp, programWith } from '../rules/audited.ts';

const client = '    services.ConfigureMaskinportenClient("soknad:MaskinportenSettings");';
const host = 'builder.WebHost.ConfigureAppWebHost(args);';

test('names of secrets are told with their places, in plain order, and without those of other apps', async () => {
  const program = programWith(client).replace(host, `${host}\nbuilder.AddAzureKeyVaultAsConfigProvider();`);
  const script = '# az\nsoknad--MaskinportenSettings--ClientId\nklage--MaskinportenSettings--ClientId\n';
  const files = { ...appWith(''), 'App/Program.cs': program, 'a.sh': script };
  const vaultSecrets = [
    'app--MaskinportenSettings--Jwk',
    'SOKNAD--MaskinportenSettings--JwkBase64',
    'klage--MaskinportenSettings--ClientId',
  ];
  const { app } = await auditedApp(files, { vaultSecrets });
  const bound = { file: 'App/Program.cs', line: 3, column: 14, endLine: 3, endColumn: 41 };
  expect(secretReports(app)).toEqual([
    { name: 'SOKNAD--MaskinportenSettings--JwkBase64', certainty: 'listed', evidence: [bound] },
    { name: 'app--MaskinportenSettings--Jwk', certainty: 'listed', evidence: [] },
    {
      name: 'soknad--MaskinportenSettings--ClientId',
      certainty: 'seen',
      evidence: [bound, { file: 'a.sh', line: 2, column: 1, endLine: 2, endColumn: 39 }],
    },
  ]);
});
