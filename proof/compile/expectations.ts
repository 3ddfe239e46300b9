import type { Moment } from './snapshots.ts';

/** What the compiler says of a fixture because of what the fixture is about; everything else is a failure. */
export interface Expectation {
  readonly fixture: string;
  readonly at: Moment;
  /** Code, file and the name that the message holds, in this order. */
  readonly tells: readonly (readonly [code: string, file: string, name: string])[];
  readonly why: string;
}

export const expectations: readonly Expectation[] = [
  {
    fixture: 'v9-leftovers',
    at: 'before',
    tells: [
      ['CS1061', 'App/Program.cs', 'ConfigureMaskinportenClient'],
      ['CS1061', 'App/Program.cs', 'UseMaskinportenAuthorisation'],
    ],
    why: 'v9 removed both, so the app was not built since its version was raised; prepare makes it compile',
  },
  {
    fixture: 'token-provider-v9',
    at: 'before',
    tells: [
      ['CS0234', 'App/Program.cs', 'Maskinporten'],
      ['CS1061', 'App/Program.cs', 'AddMaskinportenJwkTokenProvider'],
      ['CS0234', 'App/clients/PlantevernClient.cs', 'Maskinporten'],
      ['CS0246', 'App/clients/PlantevernClient.cs', 'IMaskinportenTokenProvider'],
    ],
    why: 'v9 removed the token provider; switch makes the app compile',
  },
  {
    fixture: 'external-v9-package-missing',
    at: 'before',
    tells: [
      ['CS0234', 'App/Program.cs', 'ApiClients'],
      ['CS0234', 'App/Program.cs', 'ApiClients'],
      ['CS1061', 'App/Program.cs', 'AddMaskinportenHttpClient'],
      ['CS0246', 'App/Program.cs', 'SettingsJwkClientDefinition'],
    ],
    why: 'v9 brings no external package any more; prepare refers to it',
  },
  ...['docs-2023-host-gone', 'docs-2023-host-gone-crlf', 'docs-2024-raw-vault'].map(
    (fixture): Expectation => ({
      fixture,
      at: 'switch',
      tells: [['CS8321', 'App/Program.cs', 'ConnectToKeyVault']],
      why: 'a warning: the helper that switch calls no more is what a rollback needs, and goes in cleanup',
    }),
  ),
];
