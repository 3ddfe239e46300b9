/** What to see to before the default section counts, where Key Vault is a source of configuration. */
export const vaultFirst = {
  en: 'Check first that the Key Vault holds no secrets named MaskinportenSettings--…: a vault that is added after the host wins over Studio with them, and one before it mixes them in.',
  nb: 'Se først etter at Key Vault ikke har hemmeligheter som heter MaskinportenSettings--…: et hvelv som legges til etter ConfigureAppWebHost, vinner over Studio med dem, og et som ligger før, blander dem inn.',
};
