import type { App } from '../../../app/app.ts';
import { expectsExchange } from '../../../app/clients/altinn-scopes.ts';
import type { HandlerUse, HttpClientRegistration } from '../../../app/clients/external/registration.ts';
import { asksOtherwiseThanOthers } from '../../../app/clients/external/shared-settings.ts';
import { decisionFor } from '../../../app/clients/identity.ts';
import { identityKeysIn, isDefaultSection, type SettingsSection, sectionsAt } from '../../../app/settings/section.ts';
import { isForDevelopment } from '../../../app/settings/settings-file.ts';
import { defaultSectionSecrets } from '../../../app/vault/default-section-secrets.ts';
import type { Reason } from '../../../words/reasons.ts';
import { sharedWithOthers } from '../../shared-library.ts';
import { authorizingMethod } from './authorizing-method.ts';
import { namesSecretFor } from './known-secrets.ts';

/** What is right in the usual case, and worth a look before merging. */
export function doubtsAbout(
  app: App,
  call: HttpClientRegistration | HandlerUse,
  identity: string,
  section: string | null,
): readonly Reason[] {
  const { exchange } = call.access;
  return [
    ...authorizingMethod(app, call.at.file, exchange.kind === 'known' && exchange.value).doubts,
    ...differences(call),
    ...(asksOtherwiseThanOthers(call, app.externals, app.handlers) ? [{ code: 'settings-shared' } as const] : []),
    ...(section === null ? [{ code: 'section-unknown' } as const] : doubtsAboutSection(app, call, section)),
    ...(decisionFor(app, identity) === 'own-built-in' && section !== null
      ? [{ code: 'built-in-keys', section } as const]
      : []),
    ...severalToStudio(app),
    ...sharedWithOthers(app, call.at.file),
  ];
}

/** Two handlers do not do the same with a header, an exception or each other. */
function differences({ differences: found, access }: HttpClientRegistration | HandlerUse): readonly Reason[] {
  const { overwrite } = access;
  return [
    ...found.flatMap(({ code, at }): readonly Reason[] => {
      if (code === 'two-handlers') return [{ code }];
      // Of a context for single requests there is no doubt: it would be lost.
      return code === 'request-context' ? [] : [{ code, file: at.file }];
    }),
    ...(overwrite ? [{ code: 'overwrites-authorization', file: overwrite.file } as const] : []),
  ];
}

function doubtsAboutSection(app: App, call: HttpClientRegistration | HandlerUse, section: string): readonly Reason[] {
  const local = sectionsAt(section, app.settings).find(worksLocally);
  const reasons: Reason[] = local ? [{ code: 'local-runs', file: local.file }] : [];
  if (app.vault.kind === 'none') return reasons;
  const { scopes, exchange } = call.access;
  const isFromSettings = [scopes, exchange].some((one) => one.kind === 'known' && one.from === 'settings');
  if (isFromSettings) reasons.push({ code: 'access-from-settings', section });
  const isUnset = exchange.kind === 'known' && exchange.from === 'unset';
  const isExpected = scopes.kind === 'known' && scopes.scopes.some(expectsExchange);
  if (isUnset && (isExpected || namesSecretFor(app, call, 'ExhangeToAltinnToken'))) {
    reasons.push({ code: 'exchange-may-be-in-vault', section });
  }
  const isListed = defaultSectionSecrets(app.vaultListing) !== 'unknown';
  if (isDefaultSection(section) && !isListed) reasons.push({ code: 'vault-may-hold-default' });
  return reasons;
}

/** In Development nothing is provisioned: whoever has the key in a settings file loses the client there. */
function worksLocally(section: SettingsSection): boolean {
  const keys = identityKeysIn(section).map((key) => key.toLowerCase());
  if (isForDevelopment(section)) return keys.length > 0;
  return section.environment === 'all' && keys.some((key) => key !== 'clientid');
}

function severalToStudio({ identities }: App): readonly Reason[] {
  const moving = identities.filter(({ decision }) => decision === 'studio');
  return moving.length > 1 ? [{ code: 'several-identities', sections: moving.map(({ section }) => section) }] : [];
}
