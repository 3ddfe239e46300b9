import type { App } from '../app.ts';
import { sectionOfSource } from '../clients/credentials/credential-source.ts';
import { configuredSection } from '../clients/identity.ts';
import { defaultSection } from './section.ts';

/** The sections that the app's code binds for a Maskinporten client, as it names them. */
export function sectionsInCode({ configurations, externals, tokens }: Bound): readonly string[] {
  const sections = [
    ...configurations.map(configuredSection),
    ...externals.map(({ section }) => section),
    ...tokens.settingsRegistrations.map(({ section }) => section),
    ...tokens.consumers.flatMap(({ credentials }) => credentials?.ids.map(sectionOfSource) ?? []),
  ];
  return distinct(sections.flatMap((section) => section ?? []));
}

type Bound = Pick<App, 'configurations' | 'externals' | 'tokens'>;

/** Those, the default one, and what a settings file calls so or gives the keys of a credential. */
export function maskinportenSections(app: Bound & Pick<App, 'settings'>): readonly string[] {
  const written = app.settings.flatMap(({ entries }) =>
    entries.flatMap(({ path }) => named.exec(path)?.[1] ?? withKey.exec(path)?.[1] ?? []),
  );
  return distinct([defaultSection, ...sectionsInCode(app), ...written]);
}

const named = /^((?:.*:)?[^:]*MaskinportenSettings)(?:$|:)/i;
/** No other client signs with these. */
const withKey = /^(.+):(?:EncodedJwk|JwkBase64)$/i;

/** Whatever their casing. */
function distinct(paths: readonly string[]): readonly string[] {
  const first = new Map<string, string>();
  for (const path of paths) if (!first.has(path.toLowerCase())) first.set(path.toLowerCase(), path);
  return [...first.values()];
}
