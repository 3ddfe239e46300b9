import { type Supplier, suppliersEn, suppliersNb } from './suppliers.ts';

/** What makes up a credential, in the default section. */
export type IdentityKey = 'ClientId' | 'Jwk' | 'JwkBase64' | 'Authority' | 'EncodedJwk';

/** Who supplies a key of the default section in a deployed app, once scopes have been added in Altinn Studio. */
export interface Precedence {
  readonly key: IdentityKey;
  readonly winner: Supplier | 'undecided';
  readonly reason: PrecedenceReason;
}

export type PrecedenceReason =
  /** Nothing that is added later holds it; `over` do, earlier. */
  | { readonly code: 'last'; readonly over: readonly Supplier[] }
  /** The same of a file by a name of the app's own. */
  | { readonly code: 'own-file'; readonly file: string; readonly over: readonly Supplier[] }
  /** The client of v9 reads the provisioned file, and nothing of the app's. */
  | { readonly code: 'private' }
  /** A later source may hold it; if not, it is `otherwise`, or nobody. */
  | { readonly code: 'perhaps'; readonly source: Unsure; readonly otherwise: Supplier | null }
  /** The app is pointed at another file than the provisioned one. */
  | { readonly code: 'other-file'; readonly files: readonly string[] }
  | { readonly code: 'start-unknown' }
  | { readonly code: 'version-unknown' }
  | { readonly code: 'settings-unread' };

/** Why it cannot be told whether a source holds the key, or whether it is there. */
export type Unsure =
  | { readonly why: 'not-listed' }
  | { readonly why: 'deployment' }
  | { readonly why: 'unknown-source' }
  | { readonly why: 'condition'; readonly supplier: Supplier | null; readonly condition: string }
  | { readonly why: 'place'; readonly supplier: Supplier | null };

export function precedenceEn({ key, winner, reason }: Precedence): string {
  switch (reason.code) {
    case 'last': {
      const by = winner === 'undecided' ? '' : suppliersEn[winner];
      return reason.over.length === 0
        ? `only ${by} has it`
        : `added later than ${reason.over.map((one) => suppliersEn[one]).join(', ')}`;
    }
    case 'own-file':
      return reason.over.length === 0
        ? `only ${reason.file} has it`
        : `${reason.file} is added later than ${reason.over.map((one) => suppliersEn[one]).join(', ')}`;
    case 'private':
      return 'the client of v9 reads nothing but the provisioned file';
    case 'perhaps': {
      const otherwise = reason.otherwise === null ? 'nobody supplies it' : `it is ${suppliersEn[reason.otherwise]}`;
      return `${unsureEn(reason.source, key)}; otherwise ${otherwise}`;
    }
    case 'other-file':
      return `MaskinportenSettingsFilepath in ${reason.files.join(', ')} points the app at another file`;
    case 'start-unknown':
      return 'the start-up of the app cannot be followed';
    case 'version-unknown':
      return 'the version of Altinn.App is not known';
    case 'settings-unread':
      return 'a settings file could not be read';
  }
}

function unsureEn(unsure: Unsure, key: IdentityKey): string {
  switch (unsure.why) {
    case 'not-listed':
      return `the Key Vault, if it holds MaskinportenSettings--${key} (--vault-secrets tells)`;
    case 'deployment':
      return 'an environment variable, if what sets it is used where the app is deployed';
    case 'unknown-source':
      return 'a configuration source of the app’s own, if that has it';
    case 'condition':
      return `${whatEn(unsure.supplier)}, if ${unsure.condition}`;
    case 'place':
      return `${whatEn(unsure.supplier)}, if it is added last: when its lambda runs cannot be told`;
  }
}

function whatEn(supplier: Supplier | null): string {
  return supplier === null ? 'a configuration source of the app’s own' : suppliersEn[supplier];
}

export function precedenceNb({ key, winner, reason }: Precedence): string {
  switch (reason.code) {
    case 'last': {
      const by = winner === 'undecided' ? '' : suppliersNb[winner];
      return reason.over.length === 0
        ? `bare ${by} har den`
        : `legges til senere enn ${reason.over.map((one) => suppliersNb[one]).join(', ')}`;
    }
    case 'own-file':
      return reason.over.length === 0
        ? `bare ${reason.file} har den`
        : `${reason.file} legges til senere enn ${reason.over.map((one) => suppliersNb[one]).join(', ')}`;
    case 'private':
      return 'klienten i v9 leser bare den leverte filen';
    case 'perhaps': {
      const otherwise = reason.otherwise === null ? 'har ingen den' : `er det ${suppliersNb[reason.otherwise]}`;
      return `${unsureNb(reason.source, key)}; ellers ${otherwise}`;
    }
    case 'other-file':
      return `MaskinportenSettingsFilepath i ${reason.files.join(', ')} viser appen til en annen fil`;
    case 'start-unknown':
      return 'oppstarten av appen kan ikke følges';
    case 'version-unknown':
      return 'versjonen av Altinn.App er ikke kjent';
    case 'settings-unread':
      return 'en innstillingsfil kunne ikke leses';
  }
}

function unsureNb(unsure: Unsure, key: IdentityKey): string {
  switch (unsure.why) {
    case 'not-listed':
      return `Key Vault, hvis det har MaskinportenSettings--${key} (--vault-secrets forteller det)`;
    case 'deployment':
      return 'en miljøvariabel, hvis det som setter den, brukes der appen er publisert';
    case 'unknown-source':
      return 'en egen konfigurasjonskilde i appen, hvis den har den';
    case 'condition':
      return `${whatNb(unsure.supplier)}, hvis ${unsure.condition}`;
    case 'place':
      return `${whatNb(unsure.supplier)}, hvis den legges til sist: når lambdaen kjører, kan ikke avgjøres`;
  }
}

function whatNb(supplier: Supplier | null): string {
  return supplier === null ? 'en egen konfigurasjonskilde i appen' : suppliersNb[supplier];
}
