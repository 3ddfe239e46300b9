import { type Supplier, suppliersEn, suppliersNb } from './suppliers.ts';

/** What flips an app from its own credentials to the provisioned ones. */
export type Trigger =
  | { readonly event: 'none' }
  | { readonly event: 'never'; readonly because: NeverLoaded }
  | { readonly event: 'code-deploy'; readonly because: 'clients' }
  /** Values that win over Studio's until someone takes them out of these files. */
  | { readonly event: 'code-deploy'; readonly because: 'overruled'; readonly files: readonly string[] }
  /** Whether a running app notices within minutes that secrets are gone; an external client then stops working. */
  | {
      readonly event: 'secret-removal';
      readonly who: 'built-in' | 'external-client';
      readonly reloads: boolean;
      readonly listed: boolean;
      /** The files whose values come up once the vault has none; empty where Studio's do. */
      readonly left: readonly string[];
      /** Whether the vault alone holds what the app uses today, or a half of it stands in those files. */
      readonly from: 'vault' | 'vault-and-files';
    }
  | {
      readonly event: 'scopes-added';
      readonly from: 'settings' | 'vault' | 'nothing';
      /** The key that may be left beside Studio's client id. */
      readonly perhapsLeft: 'JwkBase64' | null;
    }
  | { readonly event: 'breaks-when-scopes-added'; readonly because: 'external-client' }
  | { readonly event: 'breaks-when-scopes-added'; readonly because: 'chimera'; readonly parts: Chimera };

type SecretRemoval = Extract<Trigger, { readonly event: 'secret-removal' }>;

export type NeverLoaded =
  | { readonly why: 'too-old' }
  | { readonly why: 'host-missing' }
  | { readonly why: 'host-development-only' }
  | { readonly why: 'cleared' }
  | { readonly why: 'other-file'; readonly files: readonly string[] };

/** Whose client id meets whose key. */
export interface Chimera {
  readonly id: Supplier;
  readonly key: Supplier;
}

export function triggerEn(trigger: Trigger): string {
  switch (trigger.event) {
    case 'none':
      return '';
    case 'never':
      return neverEn(trigger.because);
    case 'code-deploy':
      return trigger.because === 'clients'
        ? 'Nothing changes until the code change is deployed.'
        : `Nothing changes until the Maskinporten values in ${trigger.files.join(', ')} are removed and that is deployed: they win over what Altinn Studio provisions.`;
    case 'secret-removal':
      return secretRemovalEn(trigger);
    case 'scopes-added': {
      const now = 'The next deploy after scopes are added in Altinn Studio will switch the credentials';
      const from = {
        settings: `${now}: Studio’s win over those in the settings files.`,
        vault: `${now}: the Key Vault is added before the host, so Studio’s win, key by key.`,
        nothing: `${now}.`,
      }[trigger.from];
      return trigger.perhapsLeft === null
        ? from
        : `${from} Unless the vault holds MaskinportenSettings--${trigger.perhapsLeft}: then the old key meets the new client id, and Maskinporten refuses.`;
    }
    case 'breaks-when-scopes-added':
      return trigger.because === 'external-client'
        ? 'Adding scopes in Altinn Studio will break the app at its next deploy: the external client reads the default section, where Studio’s client id will meet the app’s own key.'
        : `Adding scopes in Altinn Studio will break the app at its next deploy: the client id will come from ${suppliersEn[trigger.parts.id]} and the key from ${suppliersEn[trigger.parts.key]}, and Maskinporten refuses the pair.`;
  }
}

function secretRemovalEn({ who, reloads, listed, left, from }: SecretRemoval): string {
  if (who === 'external-client') {
    const holds = listed ? 'As long as' : 'If and as long as';
    return `${holds} the Key Vault holds MaskinportenSettings--ClientId, nothing changes: it wins over Altinn Studio. Once that secret is removed, the external client breaks, so its code must move first.`;
  }
  if (left.length === 0) {
    const proof = listed ? 'Nothing changes' : 'If the vault holds any, nothing changes';
    const then = reloads
      ? 'a running app then takes up Studio’s credentials within five minutes, so remove an environment’s secrets all at once'
      : 'the app takes up Studio’s credentials at the deploy after that';
    return `${proof} until the Key Vault secrets named MaskinportenSettings--… are removed: ${then}.`;
  }
  if (from === 'vault-and-files') {
    return `The credentials come half from the Key Vault secrets named MaskinportenSettings--… and half from ${left.join(', ')}. Remove both in one go, with one deploy: as long as one half is gone and the other is not, Maskinporten refuses the app. Then Studio’s credentials are used.`;
  }
  const first = `Before the Key Vault secrets named MaskinportenSettings--… are removed, remove the Maskinporten values in ${left.join(', ')} and deploy: otherwise those values come into use, and keep Studio’s credentials out or mix with them.`;
  const until = listed
    ? 'Nothing changes until the secrets are removed'
    : 'If the vault holds any, nothing changes until they are removed';
  const after = reloads
    ? 'a running app takes up Studio’s credentials within five minutes of that, so remove an environment’s secrets all at once'
    : 'the app takes up Studio’s credentials at the deploy after that';
  return `${first} ${until}: ${after}.`;
}

function neverEn(because: NeverLoaded): string {
  switch (because.why) {
    case 'too-old':
      return 'As it is, the app never loads the provisioned credentials: its version of Altinn.App does not read them.';
    case 'host-missing':
      return 'As it is, the app never loads the provisioned credentials, whatever is deployed: nothing calls ConfigureAppWebHost.';
    case 'host-development-only':
      return 'As it is, the app never loads the provisioned credentials, whatever is deployed: ConfigureAppWebHost is called in Development only.';
    case 'cleared':
      return 'As it is, the app never loads the provisioned credentials: its start-up clears the sources of configuration after ConfigureAppWebHost.';
    case 'other-file':
      return `As it is, the app never loads the provisioned credentials: MaskinportenSettingsFilepath in ${because.files.join(', ')} points it at another file.`;
  }
}

export function triggerNb(trigger: Trigger): string {
  switch (trigger.event) {
    case 'none':
      return '';
    case 'never':
      return neverNb(trigger.because);
    case 'code-deploy':
      return trigger.because === 'clients'
        ? 'Ingenting endres før kodeendringen er publisert.'
        : `Ingenting endres før Maskinporten-verdiene i ${trigger.files.join(', ')} er fjernet og det er publisert: de vinner over det Altinn Studio leverer.`;
    case 'secret-removal':
      return secretRemovalNb(trigger);
    case 'scopes-added': {
      const now = 'Når scopes er lagt til i Altinn Studio, bytter appen klientdetaljer ved neste publisering';
      const from = {
        settings: `${now}: de fra Studio vinner over dem i innstillingsfilene.`,
        vault: `${now}: Key Vault legges til før verten, så de fra Studio vinner, nøkkel for nøkkel.`,
        nothing: `${now}.`,
      }[trigger.from];
      return trigger.perhapsLeft === null
        ? from
        : `${from} Med mindre hvelvet har MaskinportenSettings--${trigger.perhapsLeft}: da møter den gamle nøkkelen den nye klient-ID-en, og Maskinporten avviser dem.`;
    }
    case 'breaks-when-scopes-added':
      return trigger.because === 'external-client'
        ? 'Legges det til scopes i Altinn Studio, slutter appen å virke ved neste publisering: den eksterne klienten leser standardstien, der klient-ID-en fra Studio møter appens egen nøkkel.'
        : `Legges det til scopes i Altinn Studio, slutter appen å virke ved neste publisering: klient-ID-en kommer da fra ${suppliersNb[trigger.parts.id]} og nøkkelen fra ${suppliersNb[trigger.parts.key]}, og Maskinporten avviser paret.`;
  }
}

function secretRemovalNb({ who, reloads, listed, left, from }: SecretRemoval): string {
  if (who === 'external-client') {
    const holds = listed ? 'Så lenge' : 'Hvis og så lenge';
    return `${holds} Key Vault har MaskinportenSettings--ClientId, endres ingenting: hvelvet vinner over Altinn Studio. Når den hemmeligheten fjernes, slutter den eksterne klienten å virke, så koden må flyttes først.`;
  }
  if (left.length === 0) {
    const proof = listed ? 'Ingenting endres' : 'Har hvelvet noen, endres ingenting';
    const then = reloads
      ? 'en app som kjører, tar da i bruk klientdetaljene fra Studio innen fem minutter, så fjern alle hemmelighetene for et miljø samtidig'
      : 'appen tar i bruk klientdetaljene fra Studio ved neste publisering etter det';
    return `${proof} før hemmelighetene i Key Vault som heter MaskinportenSettings--…, er fjernet: ${then}.`;
  }
  if (from === 'vault-and-files') {
    return `Klientdetaljene kommer til dels fra hemmelighetene i Key Vault som heter MaskinportenSettings--…, og til dels fra ${left.join(', ')}. Fjern begge deler i samme omgang, med én publisering: så lenge bare den ene delen er borte, avviser Maskinporten appen. Deretter brukes klientdetaljene fra Studio.`;
  }
  const first = `Før hemmelighetene i Key Vault som heter MaskinportenSettings--…, fjernes: Fjern Maskinporten-verdiene i ${left.join(', ')} og publiser; ellers tas de verdiene i bruk, og stenger klientdetaljene fra Studio ute eller blandes med dem.`;
  const until = listed
    ? 'Ingenting endres før hemmelighetene er fjernet'
    : 'Har hvelvet noen, endres ingenting før de er fjernet';
  const after = reloads
    ? 'en app som kjører, tar i bruk klientdetaljene fra Studio innen fem minutter etter det, så fjern alle hemmelighetene for et miljø samtidig'
    : 'appen tar i bruk klientdetaljene fra Studio ved neste publisering etter det';
  return `${first} ${until}: ${after}.`;
}

function neverNb(because: NeverLoaded): string {
  switch (because.why) {
    case 'too-old':
      return 'Slik appen er nå, laster den aldri klientdetaljene fra Studio: dens versjon av Altinn.App leser dem ikke.';
    case 'host-missing':
      return 'Slik appen er nå, laster den aldri klientdetaljene fra Studio, uansett hva som publiseres: ingenting kaller ConfigureAppWebHost.';
    case 'host-development-only':
      return 'Slik appen er nå, laster den aldri klientdetaljene fra Studio, uansett hva som publiseres: ConfigureAppWebHost kalles bare i Development.';
    case 'cleared':
      return 'Slik appen er nå, laster den aldri klientdetaljene fra Studio: oppstarten tømmer konfigurasjonskildene etter ConfigureAppWebHost.';
    case 'other-file':
      return `Slik appen er nå, laster den aldri klientdetaljene fra Studio: MaskinportenSettingsFilepath i ${because.files.join(', ')} viser til en annen fil.`;
  }
}
