import type { BilingualRuleWords } from '../../bilingual.ts';

export interface HandwrittenProviderData {
  /** Whether the packages that it uses are no longer maintained. */
  readonly deprecated: boolean;
  /** The function of the app's own that it stands in. */
  readonly function: string | null;
}

export const handwrittenProvider: BilingualRuleWords<HandwrittenProviderData> = {
  en: {
    title: 'Key Vault is added by code of the app’s own',
    message: ({ function: name }) =>
      name === null
        ? 'The app adds Key Vault to its configuration with AddAzureKeyVault.'
        : `${name} adds Key Vault to the app’s configuration with AddAzureKeyVault.`,
    why: ({ deprecated }) =>
      deprecated
        ? 'It rests on packages that Microsoft has given up (Microsoft.Azure.KeyVault, Microsoft.Azure.Services.AppAuthentication). The app library has a method that does the same, is maintained, and goes with one line when the vault is no longer needed.'
        : 'The app library has a method that does the same, is maintained, and goes with one line when the vault is no longer needed.',
    next: () =>
      'Call AddAzureKeyVaultAsConfigProvider() on the WebApplicationBuilder instead, right after the call that leads to ConfigureAppWebHost, in every environment but Development. The old function, its usings and its packages go in the cleanup phase.',
    about: [
      'Before the app library could add Key Vault by itself, apps did it by hand: `ConnectToKeyVault` around a `KeyVaultClient` (documented from 2023), or a raw `AddAzureKeyVault(new Uri(…), new ClientSecretCredential(…))` (documented in 2024). Both read `kvSetting` from the mounted secret.',
      'The fix replaces the call in the start-up by the documented form, `if (!builder.Environment.IsDevelopment()) { builder.AddAzureKeyVaultAsConfigProvider(); }`, with the same place among the sources of configuration. Where the documentation of 2023 made `ConfigureAppWebHost` go, it comes back in the same change. A vault that stands before the host comes to stand behind it, unless something reads configuration in between.',
      'The library’s method throws when `kvSetting` is incomplete, where hand-written code often went on without the vault.',
      'The old function stays until production is verified. If it is a local function, the compiler warns until then that nothing uses it (CS8321), which stops a build that treats warnings as errors.',
    ],
    whenNot: [
      'The wiring does more: a secret manager with a prefix, another vault than the one in `kvSetting`, options for reloading. Such code is left to people.',
    ],
  },
  nb: {
    title: 'Key Vault legges til av appens egen kode',
    message: ({ function: name }) =>
      name === null
        ? 'Appen legger Key Vault til i konfigurasjonen med AddAzureKeyVault.'
        : `${name} legger Key Vault til i appens konfigurasjon med AddAzureKeyVault.`,
    why: ({ deprecated }) =>
      deprecated
        ? 'Den bygger på pakker som Microsoft har gitt opp (Microsoft.Azure.KeyVault, Microsoft.Azure.Services.AppAuthentication). Appbiblioteket har en metode som gjør det samme, blir vedlikeholdt, og fjernes med én linje når hvelvet ikke trengs lenger.'
        : 'Appbiblioteket har en metode som gjør det samme, blir vedlikeholdt, og fjernes med én linje når hvelvet ikke trengs lenger.',
    next: () =>
      'Kall AddAzureKeyVaultAsConfigProvider() på WebApplicationBuilder i stedet, rett etter kallet som fører til ConfigureAppWebHost, i alle miljøer unntatt Development. Den gamle funksjonen, using-linjene og pakkene fjernes i fasen cleanup.',
    about: [
      'Før appbiblioteket kunne legge til Key Vault selv, gjorde appene det for hånd: `ConnectToKeyVault` rundt en `KeyVaultClient` (dokumentert fra 2023), eller et rått kall på `AddAzureKeyVault(new Uri(…), new ClientSecretCredential(…))` (dokumentert i 2024). Begge leser `kvSetting` fra den monterte hemmeligheten.',
      'Endringen erstatter kallet i oppstarten med den dokumenterte formen, `if (!builder.Environment.IsDevelopment()) { builder.AddAzureKeyVaultAsConfigProvider(); }`, på samme plass blant konfigurasjonskildene. Der dokumentasjonen fra 2023 fikk `ConfigureAppWebHost` bort, kommer kallet tilbake i samme endring. Et hvelv som ligger før verten, flyttes bak den, med mindre noe leser konfigurasjon imellom.',
      'Bibliotekets metode stopper oppstarten når `kvSetting` er ufullstendig, der håndskrevet kode ofte gikk videre uten hvelvet.',
      'Den gamle funksjonen blir stående til produksjon er verifisert. Er den en lokal funksjon, advarer kompilatoren så lenge om at ingenting bruker den (CS8321), og det stopper et bygg som regner advarsler som feil.',
    ],
    whenNot: [
      'Koden gjør mer: en «secret manager» med prefiks, et annet hvelv enn det i `kvSetting`, valg for ny innlesing. Slik kode overlates til mennesker.',
    ],
  },
};
