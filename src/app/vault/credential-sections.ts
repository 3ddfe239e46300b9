import type { FileRange } from '../../location.ts';
import type { App } from '../app.ts';
import { sectionOfSource } from '../clients/credentials/credential-source.ts';
import { bindsDefault, configuredSection } from '../clients/identity.ts';
import { defaultSection, isDefaultSection, sectionsAt } from '../settings/section.ts';
import { isForDevelopment } from '../settings/settings-file.ts';
import { isDevelopmentOnly } from '../startup/condition.ts';

/** A section that a client of the deployed app takes its credentials from. */
export interface CredentialSection {
  readonly path: string;
  /** The keys that such a client needs, and those that a settings file leaves for others to fill. */
  readonly keys: readonly string[];
  /** Where it is bound. */
  readonly evidence: readonly FileRange[];
}

type Clients = Pick<
  App,
  'configurations' | 'externals' | 'tokens' | 'authorizations' | 'builtIn' | 'settings' | 'versions'
>;

interface Binding {
  readonly path: string;
  readonly keys: readonly string[];
  readonly at: FileRange;
}

const builtInKeys = ['Authority', 'ClientId', 'Jwk', 'JwkBase64'];
const externalKeys = ['ClientId', 'EncodedJwk', 'Environment', 'ExhangeToAltinnToken', 'Scope'];
const certificateKeys: Readonly<Record<string, readonly string[]>> = {
  SettingsX509ClientDefinition: ['EncodedX509'],
  Pkcs12ClientDefinition: ['CertificatePkcs12Path', 'CertificatePkcs12Password'],
  CertificateStoreClientDefinition: ['CertificateStoreThumbprint'],
};

export function credentialSections(clients: Clients): readonly CredentialSection[] {
  const bindings = [
    ...configured(clients),
    ...registered(clients),
    ...settingsTaken(clients),
    ...given(clients),
    ...byDefault(clients),
  ];
  const sections = new Map<string, CredentialSection>();
  for (const { path, keys, at } of bindings) {
    const known = sections.get(path.toLowerCase()) ?? { path, keys: unfilledKeys(path, clients), evidence: [] };
    const added = keys.filter((key) => !known.keys.some((other) => other.toLowerCase() === key.toLowerCase()));
    sections.set(path.toLowerCase(), {
      path: known.path,
      keys: [...known.keys, ...added],
      evidence: [...known.evidence, at],
    });
  }
  return [...sections.values()].map((section) => ({ ...section, keys: [...section.keys].sort() }));
}

/** Whether a client of the deployed app has the section that Studio fills. */
export function bindsDefaultSection(clients: Clients): boolean {
  return credentialSections(clients).some(({ path }) => isDefaultSection(path));
}

/** Whether a client of the deployed app has a section that cannot be told. */
export function bindsUnknownSection({ configurations, externals, tokens }: Clients): boolean {
  const sections = [
    ...configurations.filter((one) => !isDevelopmentOnly(one)).map(configuredSection),
    ...externals.filter((one) => !isDevelopmentOnly(one)).map(({ section }) => section),
    ...tokens.settingsRegistrations.map(({ section }) => section),
  ];
  const isUnknown = tokens.consumers.some(({ credentials }) => credentials?.ids.some(({ kind }) => kind === 'unknown'));
  return isUnknown || sections.includes(null);
}

function configured({ configurations }: Clients): readonly Binding[] {
  return configurations.flatMap((configuration) => {
    const path = isDevelopmentOnly(configuration) ? null : configuredSection(configuration);
    if (path === null) return [];
    const { settings } = configuration;
    const keys = (settings.kind === 'delegate' ? settings.copied.keys : null) ?? builtInKeys;
    return [{ path, keys, at: configuration.name }];
  });
}

function registered({ externals }: Clients): readonly Binding[] {
  return externals.flatMap((registration) => {
    const { section, definition, at } = registration;
    if (section === null || isDevelopmentOnly(registration)) return [];
    const key = certificateKeys[definition.name] ?? ['EncodedJwk'];
    return [{ path: section, keys: [...externalKeys.filter((one) => one !== 'EncodedJwk'), ...key], at }];
  });
}

function settingsTaken({ tokens }: Clients): readonly Binding[] {
  return tokens.settingsRegistrations.flatMap(({ section, at }) =>
    section === null ? [] : [{ path: section, keys: externalKeys, at }],
  );
}

/** What classes read key by key for the package's service. */
function given({ tokens }: Clients): readonly Binding[] {
  return tokens.consumers.flatMap(({ credentials, at }) =>
    (credentials === null ? [] : [...credentials.ids, ...credentials.keys]).flatMap((source) => {
      const section = sectionOfSource(source);
      return source.kind === 'configuration' && section !== null
        ? [{ path: section, keys: [source.path.slice(section.length + 1)], at }]
        : [];
    }),
  );
}

/** The built-in client where nobody told it otherwise; v9's takes nothing from the app's configuration. */
function byDefault({ configurations, authorizations, builtIn, tokens, versions }: Clients): readonly Binding[] {
  const isTold = configurations.some(
    (one) => !bindsDefault(one) && !isDevelopmentOnly(one) && one.order !== 'after-app-services',
  );
  const { ownSettingsSection } = versions.capabilities;
  if (isTold || ownSettingsSection === 'never-read' || ownSettingsSection === 'external-client-only') return [];
  const isProvided = tokens.providerRegistrations.length === 0 && tokens.implementations.length === 0;
  const consumers = tokens.consumers.filter(({ client }) => client === 'token-provider' && isProvided);
  return [...authorizations, ...builtIn.clients, ...consumers].map(({ at }) => {
    return { path: defaultSection, keys: builtInKeys, at };
  });
}

/** An empty key in a deployed file says that something else is to fill it; of the default section Studio may. */
function unfilledKeys(path: string, { settings }: Clients): readonly string[] {
  if (isDefaultSection(path)) return [];
  const sections = sectionsAt(path, settings).filter((one) => !isForDevelopment(one));
  return [...new Set(sections.flatMap(({ keys }) => keys.filter(({ filled }) => !filled).map(({ name }) => name)))];
}
