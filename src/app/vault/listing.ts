/** The names of all secrets in the vault, from `--vault-secrets`; null when nobody told. */
export type VaultListing = readonly string[] | null;
