import type { App } from '../../app/app.ts';
import { type MaskinportenRead, maskinportenReads } from '../../app/vault/maskinporten-reads.ts';
import { maskinportenSectionOf } from '../../app/vault/name-parts.ts';
import { staysWithOldClient } from '../clients/decision-obstacles.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const secretsClient: Rule<'vault/secrets-client'> = {
  id: 'vault/secrets-client',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual'],
  example: 'vault-secrets-client',
  check: (app) =>
    maskinportenReads(app)
      .filter((read) => !staysByDecision(app, read))
      .map(findingFor),
};

function findingFor({ by, name, method, at, call }: MaskinportenRead): FindingOf<'vault/secrets-client'> {
  return {
    rule: 'vault/secrets-client',
    severity: 'warning',
    phase: 'switch',
    at,
    subject: call,
    data: { by, name, method },
    remedy: { kind: 'manual', reasons: [] },
  };
}

/** What the secret's own name does not tell, the other credentials of the app do when they all stay. */
function staysByDecision(app: App, { by, name }: MaskinportenRead): boolean {
  // Code that reads one names it; only what the provider is to read may be computed.
  if (by === 'token-provider' || name === null) return staysWithOldClient(app, 'token-provider');
  const named = app.identities.filter(({ secrets }) => secrets.includes(name));
  const concerned = named.length > 0 ? named : identitiesFedBy(name, app);
  const asked = concerned.length > 0 ? concerned : app.identities;
  return asked.length > 0 && asked.every(({ decision }) => decision.startsWith('own'));
}

/** Those of the section that the name of a secret stands for. */
function identitiesFedBy(name: string, { identities }: App): App['identities'] {
  const sections = identities.flatMap(({ section }) => section ?? []);
  const own = maskinportenSectionOf(name, sections)?.toLowerCase();
  return identities.filter(({ section }) => section !== null && section.toLowerCase() === own);
}
