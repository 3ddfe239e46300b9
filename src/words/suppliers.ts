/** Who can supply a key of the default section. */
export type Supplier = 'studio' | 'vault' | 'settings' | 'environment' | 'local-file';

export const suppliersEn: Readonly<Record<Supplier, string>> = {
  studio: 'Altinn Studio',
  vault: 'the Key Vault',
  settings: 'the settings files',
  environment: 'an environment variable',
  'local-file': 'appsettings.Local.json',
};

export const suppliersNb: Readonly<Record<Supplier, string>> = {
  studio: 'Altinn Studio',
  vault: 'Key Vault',
  settings: 'innstillingsfilene',
  environment: 'en miljøvariabel',
  'local-file': 'appsettings.Local.json',
};
