import type { BilingualRuleWords } from '../../bilingual.ts';

export interface MissingMountData {
  /** The Helm values. */
  readonly file: string;
  readonly missing: 'mount' | 'volume' | 'both';
  /** Whether the library's own method looks for the vault's address, which throws without it. */
  readonly isHelper: boolean;
}

export const missingMount: BilingualRuleWords<MissingMountData> = {
  en: {
    title: 'Key Vault is a source of configuration, and the secret with its address is not mounted',
    message: ({ file, missing }) =>
      ({
        both: `Key Vault is added here, and ${file} neither has the volume altinn-appsettings-secret nor mounts it.`,
        mount: `Key Vault is added here, and ${file} has the volume altinn-appsettings-secret, but does not mount it.`,
        volume: `Key Vault is added here, and ${file} mounts altinn-appsettings-secret, but has no volume of that name.`,
      })[missing],
    why: ({ isHelper, missing }) => {
      if (missing === 'volume') return 'A pod that mounts a volume which does not exist cannot start.';
      return isHelper
        ? "The vault's address and the credentials for it (kvSetting) come to a deployed app in that secret, and nothing else here gives them. Without them AddAzureKeyVaultAsConfigProvider throws when the app starts."
        : "The vault's address and the credentials for it (kvSetting) come to a deployed app in that secret, and nothing else here gives them. Without them the vault feeds the app nothing, or the app fails as it starts.";
    },
    next: ({ file, isHelper }) =>
      `Find out which is meant. If the app reads the vault: add the secret altinn-appsettings-secret to volumes and volumeMounts in ${file}, and deploy. If it runs well in TT02 and production as it is, ${isHelper ? 'something else gives it kvSetting' : 'something else gives it kvSetting, or the vault feeds it nothing'}: find that before anything moves, and write it in the pull request.`,
    about: [
      'Key Vault is reached with an address and credentials that Altinn puts into a Kubernetes secret of the agency, `altinn-appsettings-secret`. An app gets them only if `deployment/values.yaml` has that secret under `volumes` and mounts it under `volumeMounts`; the app then finds them in configuration as `kvSetting`.',
      'The rule looks at apps that add Key Vault in deployed environments and have a `deployment/values.yaml` without the volume or without the mount. It stays silent where `kvSetting` comes from elsewhere – a settings file, an environment variable – and where hand-written code does not look for `kvSetting` at all.',
      'It matters before a migration, because the credentials that you think the app uses may come from elsewhere than the vault.',
    ],
    whenNot: ['Another repo, or the pipeline, adds the mount as the app is deployed.'],
  },
  nb: {
    title: 'Key Vault er en konfigurasjonskilde, men hemmeligheten med adressen er ikke montert',
    message: ({ file, missing }) =>
      ({
        both: `Key Vault legges til her, men ${file} har verken volumet altinn-appsettings-secret eller monterer det.`,
        mount: `Key Vault legges til her, og ${file} har volumet altinn-appsettings-secret, men monterer det ikke.`,
        volume: `Key Vault legges til her, og ${file} monterer altinn-appsettings-secret, men har ikke noe volum med det navnet.`,
      })[missing],
    why: ({ isHelper, missing }) => {
      if (missing === 'volume') return 'En pod som monterer et volum som ikke finnes, kan ikke starte.';
      return isHelper
        ? 'Adressen til hvelvet og klientdetaljene for det (kvSetting) kommer til en publisert app i den hemmeligheten, og ingenting annet her gir dem. Uten dem kaster AddAzureKeyVaultAsConfigProvider et unntak når appen starter.'
        : 'Adressen til hvelvet og klientdetaljene for det (kvSetting) kommer til en publisert app i den hemmeligheten, og ingenting annet her gir dem. Uten dem gir hvelvet appen ingenting, eller appen feiler når den starter.';
    },
    next: ({ file, isHelper }) =>
      `Finn ut hva som er ment. Leser appen fra hvelvet: legg hemmeligheten altinn-appsettings-secret til under volumes og volumeMounts i ${file}, og publiser. Går appen godt i TT02 og produksjon som den er, ${isHelper ? 'får den kvSetting fra et annet sted' : 'får den kvSetting fra et annet sted, eller hvelvet gir den ingenting'}: finn det før noe flyttes, og skriv det i endringsforslaget.`,
    about: [
      'Hvelvet nås med en adresse og klientdetaljer som Altinn legger i en Kubernetes-hemmelighet for etaten, `altinn-appsettings-secret`. En app får dem bare hvis `deployment/values.yaml` har den hemmeligheten under `volumes` og monterer den under `volumeMounts`; da finner appen dem i konfigurasjonen som `kvSetting`.',
      'Regelen ser på apper som legger til Key Vault i publiserte miljøer og har en `deployment/values.yaml` uten volumet eller uten monteringen. Den tier når `kvSetting` kommer fra et annet sted – en innstillingsfil, en miljøvariabel – og når egen kode ikke ser etter `kvSetting` i det hele tatt.',
      'Det betyr noe før en flytting, fordi klientdetaljene du tror appen bruker, kan komme fra et annet sted enn hvelvet.',
    ],
    whenNot: ['Et annet repo, eller pipelinen, legger til monteringen når appen publiseres.'],
  },
};
