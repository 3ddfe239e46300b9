import type { RuleId } from './rule-words.ts';
import type { Language } from './words.ts';

/** A public page on what a rule is about. */
export interface FurtherReading {
  readonly title: Readonly<Record<Language, string>>;
  readonly url: string;
}

const altinnGuide: FurtherReading = {
  title: {
    en: 'Altinn documentation; search for “Integrate an Altinn app with Maskinporten”',
    nb: 'Altinns dokumentasjon; søk etter «Integrate an Altinn app with Maskinporten»',
  },
  url: 'https://docs.altinn.studio/',
};
const maskinportenGuide: FurtherReading = {
  title: { en: 'Maskinporten: guide for API consumers', nb: 'Maskinporten: guide for API-konsumenter' },
  url: 'https://docs.digdir.no/docs/Maskinporten/maskinporten_guide_apikonsument',
};
const externalPackage: FurtherReading = {
  title: { en: 'The package Altinn.ApiClients.Maskinporten', nb: 'Pakken Altinn.ApiClients.Maskinporten' },
  url: 'https://github.com/Altinn/altinn-apiclient-maskinporten',
};
const appLibrary: FurtherReading = {
  title: { en: 'The app library, with its releases', nb: 'App-biblioteket, med utgivelsene' },
  url: 'https://github.com/Altinn/app-lib-dotnet',
};
const configuration: FurtherReading = {
  title: { en: 'Microsoft: Configuration in ASP.NET Core', nb: 'Microsoft: Konfigurasjon i ASP.NET Core' },
  url: 'https://learn.microsoft.com/aspnet/core/fundamentals/configuration/',
};
const keyVault: FurtherReading = {
  title: {
    en: 'Microsoft: Key Vault as a source of configuration',
    nb: 'Microsoft: Key Vault som konfigurasjonskilde',
  },
  url: 'https://learn.microsoft.com/aspnet/core/security/key-vault-configuration',
};
const altinnCli: FurtherReading = {
  title: {
    en: 'The Altinn CLI, which may use the same client',
    nb: 'Altinn CLI, som kan bruke den samme klienten',
  },
  url: 'https://github.com/Altinn/altinn-authorization-utils/tree/main/src/Altinn.Cli',
};
const xacml: FurtherReading = {
  title: {
    en: 'OASIS: XACML 3.0, the language of policies',
    nb: 'OASIS: XACML 3.0, språket for policyer',
  },
  url: 'https://docs.oasis-open.org/xacml/3.0/xacml-3.0-core-spec-os-en.html',
};
/** By the rule, else by its area. */
const byArea: Readonly<Record<string, readonly FurtherReading[]>> = {
  clients: [altinnGuide, externalPackage, maskinportenGuide],
  config: [altinnGuide, configuration],
  files: [altinnGuide],
  host: [altinnGuide, configuration],
  policy: [altinnGuide, xacml],
  scopes: [altinnGuide, maskinportenGuide],
  secrets: [maskinportenGuide, keyVault],
  vault: [altinnGuide, configuration, keyVault],
  version: [altinnGuide, appLibrary],
};

const byRule: Partial<Readonly<Record<RuleId, readonly FurtherReading[]>>> = {
  'clients/masked-token': [appLibrary, maskinportenGuide],
  'secrets/committed-key': [maskinportenGuide, keyVault, altinnCli],
  'vault/retire-secrets': [altinnGuide, keyVault, altinnCli],
};

export function furtherReading(rule: RuleId): readonly FurtherReading[] {
  return byRule[rule] ?? byArea[rule.slice(0, rule.indexOf('/'))] ?? [];
}
