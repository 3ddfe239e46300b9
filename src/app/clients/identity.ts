import type { Decision } from '../../decision.ts';
import { isDefaultSection } from '../settings/section.ts';
import type { ClientConfiguration } from './configuration.ts';
import type { OldClient } from './consumers/consumer.ts';
import type { TokenUses } from './consumers/token-uses.ts';
import type { ExternalRegistration, HandlerUse } from './external/registration.ts';

/** By client id or by section, in lower case. */
export type Decisions = ReadonlyMap<string, Decision>;

/** A credential that the app manages by hand: what stands in one section, whoever reads it. */
export interface LegacyIdentity {
  /** null when the section cannot be told: then it is an identity by itself. */
  readonly section: string | null;
  readonly decision: Decision | 'undecided';
  /** The ids of the clients that use it. */
  readonly clients: readonly string[];
}

export function isDevelopmentOnly({ conditions }: Pick<ClientConfiguration, 'conditions'>): boolean {
  return conditions.some((condition) => condition.environment === 'development');
}

/** The section a configuration takes its credentials from, by its path or key by key; null when it cannot be told. */
export function configuredSection(configuration: ClientConfiguration): string | null {
  const { settings } = configuration;
  if (settings.kind === 'path') return configuredPath(configuration);
  return settings.copied.section.kind === 'section' ? settings.copied.section.path : null;
}

/** The path a configuration binds; null when it is computed, or set by a delegate. */
export function configuredPath({ settings }: ClientConfiguration): string | null {
  return settings.kind === 'path' && settings.path.kind === 'known' ? settings.path.value : null;
}

/** Whether it binds what Studio fills anyway. */
export function bindsDefault(configuration: ClientConfiguration): boolean {
  const path = configuredPath(configuration);
  return path !== null && isDefaultSection(path);
}

/**
 * The identities that deployed code uses and that are not Studio's. One alone moves to Studio unless decided
 * otherwise; several have no default.
 */
export function legacyIdentities(clients: LegacyClients, decisions: Decisions): readonly LegacyIdentity[] {
  const deployed: DeployedClient[] = [
    ...clientsConfigured(clients.configurations),
    ...clientsRegistered(clients.registrations, clients.handlers),
    ...settingsTaken(clients.tokens),
  ];
  if (deployed.length === 0) deployed.push(...callersOfService(clients.tokens));
  interface Found {
    readonly section: string | null;
    readonly decision: Decision | undefined;
    readonly clients: readonly string[];
  }
  const distinct = new Map<string, Found>();
  for (const { section, id, credentials } of deployed) {
    const decision = decisions.get(id) ?? (section === null ? undefined : decisions.get(section.toLowerCase()));
    const key = section?.toLowerCase() ?? credentials;
    const known = distinct.get(key);
    distinct.set(key, { section, decision: known?.decision ?? decision, clients: [...(known?.clients ?? []), id] });
  }
  const alone = distinct.size === 1 ? 'studio' : 'undecided';
  return [...distinct.values()].map((found) => ({ ...found, decision: found.decision ?? alone }));
}

/** Everything that may bring credentials of its own. */
export interface LegacyClients {
  readonly configurations: readonly ClientConfiguration[];
  readonly registrations: readonly ExternalRegistration[];
  readonly handlers: readonly HandlerUse[];
  readonly tokens: TokenUses;
}

interface DeployedClient {
  readonly section: string | null;
  readonly id: string;
  /** The client that brings the credentials. */
  readonly credentials: string;
}

function clientsConfigured(configurations: readonly ClientConfiguration[]): readonly DeployedClient[] {
  return configurations
    .filter((one) => !bindsDefault(one) && !isDevelopmentOnly(one))
    .map((one) => ({ section: configuredSection(one), id: one.id, credentials: one.id }));
}

function clientsRegistered(
  registrations: readonly ExternalRegistration[],
  handlers: readonly HandlerUse[],
): readonly DeployedClient[] {
  return registrations
    .filter((registration) => !isDevelopmentOnly(registration))
    .flatMap((registration) => {
      const attached = handlers.filter(({ definitions }) => definitions[0] === registration);
      return [registration, ...attached].map(({ id }) => ({
        section: registration.section,
        id,
        credentials: registration.id,
      }));
    });
}

export function decisionFor(
  { identities }: { readonly identities: readonly LegacyIdentity[] },
  client: string,
): Decision | 'undecided' {
  return identities.find(({ clients }) => clients.includes(client))?.decision ?? 'undecided';
}

export function configurationId({ id }: ClientConfiguration): string {
  return id;
}

export function registrationId({ id }: ExternalRegistration): string {
  return id;
}

/** The token provider of the library takes its settings from what the app configures for the package, and so may the app. */
function settingsTaken({
  providerRegistrations,
  settingsRegistrations,
  settingsInjections,
}: TokenUses): readonly DeployedClient[] {
  if (providerRegistrations.length === 0 && settingsInjections.length === 0) return [];
  return settingsRegistrations.map(({ id, section }) => ({ section, id, credentials: id }));
}

/** The package's service gets its credentials from whoever calls it: where nothing else brings any, that is one identity. */
function callersOfService({ consumers }: TokenUses): readonly DeployedClient[] {
  const callers = consumers.filter(({ client }) => client === 'external-service');
  return callers.map(({ id }) => ({ section: null, id, credentials: 'service' }));
}

/**
 * What becomes of code that asks for tokens itself. The library's provider has the settings that the app configures for it,
 * or the built-in client; the package's service is told everything by its callers, so one answer must fit all identities.
 */
export function tokenDecision(
  { identities, tokens }: { readonly identities: readonly LegacyIdentity[]; readonly tokens: TokenUses },
  client: OldClient,
): Decision | 'undecided' {
  const settings = settingsTaken(tokens);
  const configured = identities.filter(({ clients }) => settings.some(({ id }) => clients.includes(id)));
  const isProvider = client === 'token-provider';
  const ofProvider = tokens.providerRegistrations.length > 0 ? configured : [];
  const ofService = tokens.settingsInjections.length > 0 && configured.length > 0 ? configured : identities;
  const [first, ...others] = isProvider ? ofProvider : ofService;
  if (first === undefined) return 'studio';
  return others.every(({ decision }) => decision === first.decision) ? first.decision : 'undecided';
}

/** A handler has the credentials of the definition that it asks for. */
export function handlerIdentity({ definitions, id }: HandlerUse): string {
  return definitions[0]?.id ?? id;
}
