/** What a button in Altinn Studio adds, and what each app of v9 has. */
export const defaultScopes: readonly string[] = [
  'altinn:serviceowner',
  'altinn:serviceowner/instances.read',
  'altinn:serviceowner/instances.write',
];
