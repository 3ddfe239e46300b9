import type { App } from '../../../app/app.ts';
import type {
  ExternalRegistration,
  HandlerUse,
  HttpClientRegistration,
} from '../../../app/clients/external/registration.ts';
import { unsupportedMembers } from '../../../app/clients/external/requested-access.ts';
import { decisionFor } from '../../../app/clients/identity.ts';
import { hasUnreadSettings } from '../../../app/settings/unread-settings.ts';
import { isDevelopmentOnly } from '../../../app/startup/condition.ts';
import type { Reason } from '../../../words/reasons.ts';
import { ownSources } from '../../config/own-source.ts';
import { provisionedFile } from '../../config/provisioned-file.ts';
import { obstaclesOfDecision } from '../decision-obstacles.ts';
import { lackingLibrary } from '../lacking-library.ts';
import { authorizingMethod } from './authorizing-method.ts';
import { namesSecretFor } from './known-secrets.ts';

/** A call that would be rewritten to the built-in client's. */
type Moving = HttpClientRegistration | HandlerUse;

/** What keeps a call from being rewritten, in the order in which a person would look at it. */
export function obstaclesTo(app: App, call: Moving, identity: string): readonly Reason[] {
  const inCode = obstaclesInCode(call);
  const isUnclear = inCode.some(({ code }) => code === 'delegate-unclear' || code === 'call-unclear');
  const own = [...inCode, ...(isUnclear ? [] : obstaclesInAccess(app, call))];
  const { exchange } = call.access;
  const method = authorizingMethod(app, call.at.file, exchange.kind === 'known' && exchange.value);
  return [
    ...method.obstacles,
    ...own,
    ...obstaclesOfDecision(app, identity),
    ...(decisionFor(app, identity) === 'own-built-in' ? ownSources(app).obstacles : obstaclesToStudio(app)),
    ...apiMissing(app, call.at.file),
  ];
}

export function obstaclesInCode(call: Moving | ExternalRegistration): readonly Reason[] {
  const { definition, surroundings, conditions } = call;
  const reasons: Reason[] = [];
  if (definition.keyType !== 'jwk') {
    reasons.push({ code: 'key-type', definition: definition.name, keyType: definition.keyType });
  }
  if (surroundings.includes('generic-helper')) reasons.push({ code: 'generic-helper' });
  if (surroundings.includes('switch')) reasons.push({ code: 'inside-switch' });
  if (isDevelopmentOnly(call)) reasons.push({ code: 'local-runs-only' });
  if (call.kind !== 'external-handler') {
    const context = call.differences.find(({ code }) => code === 'request-context');
    if (context) reasons.push({ code: 'request-context', file: context.at.file });
  }
  const guard = conditions.find(({ text }) => asksForSettings(text, call));
  if (guard) reasons.push({ code: 'guarded-by-settings', condition: guard.text });
  if (call.kind !== 'external-handler' && call.delegate?.kind === 'unclear') {
    reasons.push({ code: 'delegate-unclear', statement: call.delegate.statement });
  }
  if (call.kind === 'external-http-client' && call.client === null) reasons.push({ code: 'call-unclear' });
  return reasons;
}

/** Whether the answer changes once the app has no credentials of its own. */
function asksForSettings(text: string, call: Moving | ExternalRegistration): boolean {
  // Of a case or a loop on one line the call itself is part of the text.
  const [condition = ''] = text.split(call.method);
  if (/ClientId|EncodedJwk|Maskinporten|JwkBase64/i.test(condition)) return true;
  const section = call.kind !== 'handler' ? call.section : (call.definitions[0]?.section ?? null);
  if (section !== null && condition.includes(section)) return true;
  const locals = call.kind !== 'handler' ? call.settingsNames : [];
  return locals.some((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(condition));
}

function obstaclesInAccess(app: App, call: Moving): readonly Reason[] {
  const { scopes, exchange, unsupported } = call.access;
  // What the vault is known to hold, by its listing or by what names the secret, is set as well.
  const inVault = unsupportedMembers.filter((name) => namesSecretFor(app, call, name));
  const members = [...new Set([...unsupported.map(({ name }) => name), ...inVault])];
  return [
    ...(members.length > 0 ? [{ code: 'unsupported-settings', members } as const] : []),
    ...(scopes.kind === 'unknown' ? [{ code: 'scopes-unknown', because: scopes.because } as const] : []),
    ...(exchange.kind === 'unknown' ? [{ code: 'exchange-unknown', because: exchange.because } as const] : []),
  ];
}

/** What would keep Studio's credentials from the built-in client. */
function obstaclesToStudio(app: App): readonly Reason[] {
  return [...provisionedFile(app).obstacles, ...(hasUnreadSettings(app) ? [{ code: 'settings-unread' } as const] : [])];
}

/** The new methods are in Altinn.App.Api, which a library need not have. */
function apiMissing(app: App, file: string): readonly Reason[] {
  const project = lackingLibrary(app, file, /^altinn\.app\.api(\.experimental)?$/i);
  return project === null ? [] : [{ code: 'api-not-referenced', project }];
}
