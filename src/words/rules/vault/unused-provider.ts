import type { BilingualRuleWords } from '../../bilingual.ts';

export interface UnusedProviderData {
  /** What makes Key Vault a source of configuration, a function that once did and that nothing calls, or what such code left. */
  readonly kind: 'provider' | 'helper' | 'usings';
  /** Of the method or function, or the first namespace. */
  readonly name: string;
  /** Whether all Maskinporten clients have moved, by the migration record. */
  readonly switched: boolean;
  /** Whether the names of the vault's secrets were given. */
  readonly listed: boolean;
  /** The deployment's file that mounts the secret for the vault; null when none does. */
  readonly mounts: string | null;
  /** Packages of which the references go along. */
  readonly packages: readonly string[];
  /** Packages that may be left over as well, and that the fix leaves. */
  readonly unclearPackages: readonly string[];
}

export const unusedProvider: BilingualRuleWords<UnusedProviderData> = {
  en: {
    title: 'Key Vault is a source of configuration, and only Maskinporten was found to need it',
    message: ({ kind, name }) => {
      switch (kind) {
        case 'helper':
          return `${name} once made Key Vault a source of configuration, and nothing calls it any more.`;
        case 'usings':
          return `${name} is imported, and no code was found that needs it any more.`;
        case 'provider':
          return `${name} makes Key Vault a source of configuration, and no code was found that takes anything but Maskinporten credentials from it.`;
      }
    },
    why: ({ kind, switched }) => {
      if (kind === 'usings')
        return 'Code that made Key Vault a source of configuration is gone, and what it imported and referenced is left.';
      if (kind === 'helper') return 'It is dead code, and it may be all that still needs some usings and packages.';
      return switched
        ? 'The Maskinporten clients have moved to the credentials Altinn Studio manages. What is left starts more slowly, fails when the vault does not answer, and keeps a secret mounted that no one needs.'
        : 'Once the Maskinporten clients have moved to the credentials Altinn Studio manages, the app may do without the vault: its provider, its mounted secret, its packages.';
    },
    next: ({ kind, switched, listed, mounts, unclearPackages }) => {
      const packages =
        unclearPackages.length === 0 ? '' : ` See whether the project still needs ${unclearPackages.join(', ')}.`;
      if (kind === 'helper') return `Remove it with the usings and packages that only it needed.${packages}`;
      if (kind === 'usings') return `Remove the usings, and the package references that nothing needs.${packages}`;
      if (!switched) {
        return 'Leave it for now. When the clients have moved and tokens have been verified in production, see whether the app needs any other secret of the vault.';
      }
      const check = listed
        ? 'See that no secret of the vault is read in a way the code does not show.'
        : 'List the names of the secrets in the vault and audit again with --vault-secrets, or see for yourself that the app needs none of them.';
      const together =
        mounts === null
          ? ''
          : ` Remove the provider and the secret mounts in ${mounts} in one change: without the mounts the provider stops the app at start.`;
      return `${check}${together}${packages}`;
    },
    about: [
      'An app that reads its Maskinporten credentials from the service owner’s Key Vault adds the vault as a source of configuration, as the library’s `AddAzureKeyVaultAsConfigProvider()` does, or a hand-written `ConnectToKeyVault`. If Maskinporten was all the app took from the vault, it can go when production has been verified on Studio-managed credentials.',
      'The finding lists no reader because none was found: no `ISecretsClient`, no section that code reads and settings leave empty, no payment settings. That is no proof. Code may put names together, a library may read a section of its own. With `--vault-secrets` and the names of the secrets, what the app reads is compared with what the vault holds.',
      'The fix removes the call and the `if` around it when nothing else is in there, a function or lambda that is there for nothing else, usings and package references that nothing needs any more, a `kvSetting` section, and in `deployment/values.yaml` the mount and the volume of `altinn-appsettings-secret`. Provider and mounts go together or not at all: the provider throws at start when `kvSetting` is missing.',
      'Before the switch, and without the migration record that the switch leaves, the finding only says what is to come. A hand-written function that nothing calls any more is offered for removal in any case, and so are the usings and packages that hand-written code left where it is gone.',
    ],
    whenNot: [
      'The app, or a library it uses, reads another secret of the vault.',
      'Production has not been verified yet: a rollback of the switch needs the vault.',
      'A client keeps its own credentials in the vault: decide `own-external` or `own-built-in` for it.',
    ],
  },
  nb: {
    title: 'Key Vault er konfigurasjonskilde, og bare Maskinporten ser ut til å trenge den',
    message: ({ kind, name }) => {
      switch (kind) {
        case 'helper':
          return `${name} gjorde tidligere Key Vault til konfigurasjonskilde, og ingenting kaller den lenger.`;
        case 'usings':
          return `${name} er importert, og det er ikke funnet kode som trenger det lenger.`;
        case 'provider':
          return `${name} gjør Key Vault til konfigurasjonskilde, og det er ikke funnet kode som henter annet enn Maskinporten-klientdetaljer derfra.`;
      }
    },
    why: ({ kind, switched }) => {
      if (kind === 'usings')
        return 'Koden som gjorde Key Vault til konfigurasjonskilde, er borte, og det den importerte og refererte, står igjen.';
      if (kind === 'helper')
        return 'Det er død kode, og den kan være alt som fortsatt trenger noen using-linjer og pakker.';
      return switched
        ? 'Maskinporten-klientene er flyttet til klientdetaljene Altinn Studio styrer. Det som står igjen, gjør oppstarten tregere, feiler når hvelvet ikke svarer, og holder en hemmelighet montert som ingen trenger.'
        : 'Når Maskinporten-klientene er flyttet til klientdetaljene Altinn Studio styrer, kan appen kanskje klare seg uten hvelvet: konfigurasjonskilden, den monterte hemmeligheten og pakkene.';
    },
    next: ({ kind, switched, listed, mounts, unclearPackages }) => {
      const packages =
        unclearPackages.length === 0 ? '' : ` Undersøk om prosjektet fortsatt trenger ${unclearPackages.join(', ')}.`;
      if (kind === 'helper') return `Fjern den sammen med using-linjene og pakkene som bare den trengte.${packages}`;
      if (kind === 'usings') return `Fjern using-linjene, og pakkereferansene som ingenting trenger.${packages}`;
      if (!switched) {
        return 'La den stå inntil videre. Når klientene er flyttet og tokener er verifisert i produksjon, undersøker du om appen trenger andre hemmeligheter i hvelvet.';
      }
      const check = listed
        ? 'Forsikre deg om at ingen hemmelighet i hvelvet leses på en måte som koden ikke viser.'
        : 'Hent ut navnene på hemmelighetene i hvelvet og kjør kontrollen på nytt med --vault-secrets, eller forsikre deg selv om at appen ikke trenger noen av dem.';
      const together =
        mounts === null
          ? ''
          : ` Fjern konfigurasjonskilden og monteringen av hemmeligheten i ${mounts} i én endring: uten monteringen stopper konfigurasjonskilden appen ved oppstart.`;
      return `${check}${together}${packages}`;
    },
    about: [
      'En app som leser Maskinporten-klientdetaljene fra tjenesteeierens Key Vault, legger til hvelvet som konfigurasjonskilde, slik bibliotekets `AddAzureKeyVaultAsConfigProvider()` gjør, eller en håndskrevet `ConnectToKeyVault`. Var Maskinporten alt appen hentet fra hvelvet, kan det fjernes når produksjon er verifisert med Altinn Studio-styrte klientdetaljer.',
      'Funnet viser ingen leser fordi ingen ble funnet: ingen `ISecretsClient`, ingen seksjon som koden leser og innstillingene lar stå tom, ingen betalingsinnstillinger. Det er ikke noe bevis. Koden kan sette sammen navn, og et bibliotek kan lese sin egen seksjon. Med `--vault-secrets` og navnene på hemmelighetene sammenlignes det appen leser, med det hvelvet inneholder.',
      'Endringen fjerner kallet og `if`-setningen rundt når den ikke inneholder annet, en funksjon eller lambda som ikke gjør noe annet, using-linjer og pakkereferanser som ingenting trenger lenger, en `kvSetting`-seksjon, og i `deployment/values.yaml` monteringen og volumet for `altinn-appsettings-secret`. Konfigurasjonskilden og monteringene fjernes sammen eller ikke i det hele tatt: kilden stopper appen ved oppstart når `kvSetting` mangler.',
      'Før byttet, og uten flytteloggen som byttet etterlater, sier funnet bare hva som venter. En håndskrevet funksjon som ingenting kaller lenger, foreslås fjernet uansett, og det gjør også using-linjene og pakkene som står igjen etter håndskrevet kode.',
    ],
    whenNot: [
      'Appen, eller et bibliotek den bruker, leser en annen hemmelighet i hvelvet.',
      'Produksjon er ikke verifisert ennå: en tilbakerulling av byttet trenger hvelvet.',
      'En klient beholder egne klientdetaljer i hvelvet: velg `own-external` eller `own-built-in` for den.',
    ],
  },
};
