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
  if (by === 'token-provider') return staysWithOldClient(app, 'token-provider');
  const sections = app.identities.flatMap(({ section }) => section ?? []);
  const own = name === null ? null : maskinportenSectionOf(name, sections)?.toLowerCase();
  const naming = app.identities.filter(({ secrets }) => name !== null && secrets.includes(name));
  const concerned = naming.length > 0 ? naming : app.identities.filter(({ section }) => section?.toLowerCase() === own);
  const asked = concerned.length > 0 ? concerned : app.identities;
  return asked.length > 0 && asked.every(({ decision }) => decision.startsWith('own'));
}
