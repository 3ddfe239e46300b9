/** The interfaces of which a stand-in leaves members out on purpose; what it does declare of them must be right. */
export const intended: readonly { readonly member: string; readonly why: string }[] = [
  {
    member: 'T:Altinn.App.Core.Internal.Secrets.ISecretsClient',
    why: 'apps call it and do not implement it; what it lacks needs types of a retired SDK',
  },
  {
    member: 'T:Microsoft.Azure.KeyVault.IKeyVaultClient',
    why: 'apps pass it on and do not implement it',
  },
];
