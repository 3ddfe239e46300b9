import type { App } from '../../../app/app.ts';
import type { HandlerUse, HttpClientRegistration } from '../../../app/clients/external/registration.ts';
import { pathOf } from '../../../app/vault/name-parts.ts';

/** Whether the vault is known to hold a key of the section that the client has its settings from. */
export function namesSecretFor(app: App, call: HttpClientRegistration | HandlerUse, key: string): boolean {
  const section = call.kind === 'handler' ? call.definitions[0]?.section : call.section;
  if (!section || app.vault.kind === 'none') return false;
  const path = `${section}:${key}`.toLowerCase();
  return app.secretNames.some(({ name, certainty }) => certainty !== 'inferred' && pathOf(name).toLowerCase() === path);
}
