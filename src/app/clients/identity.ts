import type { Decision } from '../../decision.ts';
import { defaultSection, isDefaultSection } from '../settings/section.ts';
import { isDevelopmentOnly } from '../startup/condition.ts';
import type { ClientConfiguration } from './configuration.ts';
import type { OldClient, TokenConsumer } from './consumers/consumer.ts';
import type { TokenUses } from './consumers/token-uses.ts';
import { identitiesGiven } from './credentials/given-identities.ts';
import type { ExternalRegistration, HandlerUse } from './external/registration.ts';

/** By client id or by section, in lower case. */
export type Decisions = ReadonlyMap<string, Decision>;

/** A credential that the app manages by hand: what stands in one section, whoever reads it. */
export interface LegacyIdentity {
  /** null when the section cannot be told: then it is an identity by itself. */
  readonly section: string | null;
  readonly decision: Decision | 'undecided';
  /** Whether somebody said so; what nobody decided moves by default where it is the only one. */
  readonly isDecided: boolean;
  /** The ids of the clients that use it. */
  readonly clients: readonly string[];
  /** That its clients read from the vault by name. */
  readonly secrets: readonly string[];
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
 * otherwise; several have no default. What was decided about the default section goes along to where it is moved.
 */
export function legacyIdentities(
  clients: LegacyClients,
  decisions: Decisions,
  moved: readonly string[] = [],
): readonly LegacyIdentity[] {
  const deployed: DeployedClient[] = [
    ...clientsConfigured(clients.configurations),
    ...clientsRegistered(clients.registrations, clients.handlers),
    ...settingsTaken(clients.tokens),
    ...callersOfService(clients.tokens),
  ];
  if (deployed.length === 0) deployed.push(...holdersOfService(clients.tokens));
  interface Found {
    readonly section: string | null;
    readonly decision: Decision | undefined;
    readonly clients: readonly string[];
    readonly secrets: readonly string[];
  }
  const distinct = new Map<string, Found>();
  for (const { section, id, key, secrets } of deployed) {
    const names = section === null ? [] : [section, ...formerNames(section, deployed, moved)];
    const [decision] = [id, ...names].flatMap((name) => decisions.get(name.toLowerCase()) ?? []);
    const known = distinct.get(key);
    distinct.set(key, {
      section,
      decision: known?.decision ?? decision,
      clients: [...(known?.clients ?? []), id],
      secrets: [...new Set([...(known?.secrets ?? []), ...secrets])],
    });
  }
  const alone = distinct.size === 1 ? 'studio' : 'undecided';
  return [...distinct.values()].map((found) => ({
    ...found,
    decision: found.decision ?? alone,
    isDecided: found.decision !== undefined,
  }));
}

/** What people called a section before it was moved off the default one; nothing while a client is there. */
export function formerNames(
  section: string,
  others: readonly { readonly section: string | null }[],
  moved: readonly string[],
): readonly string[] {
  const isMoved = moved.some((name) => name.toLowerCase() === section.toLowerCase());
  const isOnDefault = others.some((other) => other.section !== null && isDefaultSection(other.section));
  return isMoved && !isOnDefault ? [defaultSection] : [];
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
  /** The same for clients that have the same credentials. */
  readonly key: string;
  readonly secrets: readonly string[];
}

/** A section that cannot be told is not the same as another such one. */
function bound(section: string | null, id: string, owner = id): DeployedClient {
  return { section, id, key: section?.toLowerCase() ?? owner, secrets: [] };
}

function clientsConfigured(configurations: readonly ClientConfiguration[]): readonly DeployedClient[] {
  return configurations
    .filter((one) => !bindsDefault(one) && !isDevelopmentOnly(one))
    .map((one) => bound(configuredSection(one), one.id));
}

function clientsRegistered(
  registrations: readonly ExternalRegistration[],
  handlers: readonly HandlerUse[],
): readonly DeployedClient[] {
  return registrations
    .filter((registration) => !isDevelopmentOnly(registration))
    .flatMap((registration) => {
      const attached = handlers.filter(({ definitions }) => definitions[0] === registration);
      return [registration, ...attached].map(({ id }) => bound(registration.section, id, registration.id));
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
  return settingsRegistrations.map(({ id, section }) => bound(section, id));
}

/** The package's service gets its credentials from whoever calls it: what cannot be shown to be another's is its own. */
function callersOfService({ consumers, settingsRegistrations }: TokenUses): readonly DeployedClient[] {
  return consumers.flatMap(({ id, credentials }) =>
    credentials === null
      ? []
      : identitiesGiven(credentials, settingsRegistrations).map((identity) => ({ ...identity, id })),
  );
}

/** Classes that are given the service and ask for nothing. */
function holdersOfService({ consumers }: TokenUses): readonly DeployedClient[] {
  const holders = consumers.filter(({ credentials }) => credentials !== null);
  return holders.map(({ id }) => bound(null, id, 'service'));
}

interface Decided {
  readonly identities: readonly LegacyIdentity[];
  readonly tokens: TokenUses;
}

/**
 * What becomes of the old clients that hand out tokens. The library's provider has the settings that the app configures
 * for it, or the built-in client; the package's service is told everything by its callers, so one answer must fit all.
 */
export function tokenDecision({ identities, tokens }: Decided, client: OldClient): Decision | 'undecided' {
  const settings = settingsTaken(tokens);
  const configured = identities.filter(({ clients }) => settings.some(({ id }) => clients.includes(id)));
  if (client === 'token-provider') return agreed(tokens.providerRegistrations.length > 0 ? configured : []);
  const asking = identities.filter(({ clients }) =>
    tokens.consumers.some((one) => one.client === client && clients.includes(one.id)),
  );
  if (asking.length > 0) return agreed(asking);
  return agreed(tokens.settingsInjections.length > 0 && configured.length > 0 ? configured : identities);
}

/** What becomes of one class that asks them: of the service's, the credentials are its own. */
export function consumerDecision(app: Decided, { client, id }: Pick<TokenConsumer, 'client' | 'id'>) {
  if (client === 'token-provider') return tokenDecision(app, client);
  const own = identitiesOf(app, id);
  return agreed(own.length > 0 ? own : app.identities);
}

export function identitiesOf({ identities }: Pick<Decided, 'identities'>, client: string): readonly LegacyIdentity[] {
  return identities.filter(({ clients }) => clients.includes(client));
}

function agreed([first, ...others]: readonly LegacyIdentity[]): Decision | 'undecided' {
  if (first === undefined) return 'studio';
  return others.every(({ decision }) => decision === first.decision) ? first.decision : 'undecided';
}

/** A handler has the credentials of the definition that it asks for. */
export function handlerIdentity({ definitions, id }: HandlerUse): string {
  return definitions[0]?.id ?? id;
}
