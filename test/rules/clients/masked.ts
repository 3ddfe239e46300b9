import { applyTidily } from '../../../src/files/blank-lines.ts';
import { settleTogether } from '../../../src/migrate/settle.ts';
import { appWith, auditedApp, type Files, told } from '../audited.ts';

const rule = 'clients/masked-token';
export const registerClient = 'App/clients/RegisterClient.cs';

interface Unmasked {
  /** What is told of each finding. */
  readonly found: readonly string[];
  /** The whole file after the fixes, worked out together; as it was where there are none. */
  readonly after: string;
}

/** What becomes of the tokens in `RegisterClient.cs`. */
export async function unmasked(
  text: string,
  { version = '8.7.0', more = {} }: { version?: string; more?: Files } = {},
): Promise<Unmasked> {
  const { app, settled } = await auditedApp(appWith('', { version, more: { [registerClient]: text, ...more } }));
  const findings = settled.filter(({ finding }) => finding.rule === rule);
  const edits = settleTogether(app, findings).flatMap((one) => one.edits.filter(({ file }) => file === registerClient));
  return { found: findings.map((one) => told(app, one)), after: applyTidily(text, edits) };
}

/** A class that has asked for a token and does something with it, from line 14 on. */
export function clientThat(does: string, members = ''): string {
  return `using System.Globalization;
using System.Net.Http;
using System.Text;
using Altinn.App.Core.Features.Maskinporten;
using Altinn.App.Core.Models;

namespace Kystd.App.Clients;

public class RegisterClient(IMaskinportenClient maskinporten, HttpClient http, ILogger<RegisterClient> logger)
{
    public async Task Send(HttpRequestMessage request)
    {
        JwtToken token = await maskinporten.GetAltinnExchangedToken(["altinn:serviceowner"]);
        ${does}
    }
${members}}
`;
}
