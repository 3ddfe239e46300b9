import type { App } from '../../app/app.ts';
import type { WiringReplacement } from '../../app/vault/replacement.ts';
import type { FileRange } from '../../location.ts';
import type { Change } from '../finding.ts';

type Replaceable = Extract<WiringReplacement, { readonly kind: 'replaceable' }>;

/** The documented call of the library's method, below a statement; the hand-written one goes. */
export function helperInstead({ statement, builder }: Replaceable, below: FileRange): readonly Change[] {
  const isInPlace = below.file === statement.file && below.start === statement.start;
  return [
    {
      kind: 'remove-statement',
      at: statement,
      // In its place a comment about it is still true.
      mentions: isInPlace ? [] : ['Key Vault', 'KeyVault', 'Azure KV'],
      keeps: [],
      once: [],
    },
    {
      kind: 'insert-below',
      at: below,
      code: [
        `if (!${builder}.Environment.IsDevelopment())`,
        '{',
        `\t${builder}.AddAzureKeyVaultAsConfigProvider();`,
        '}',
      ].join('\n'),
    },
    {
      kind: 'imports',
      at: below,
      needs: ['Altinn.App.Api.Extensions', 'Microsoft.Extensions.Hosting'],
      mayGo: [],
    },
  ];
}

/** What may be read while the vault is there and the host is not; the vault's own settings aside. */
export function readsBetween(app: App, position: number) {
  const { hostPosition, configurationReads } = app;
  if (hostPosition === null) return [];
  return configurationReads.filter(
    (read) =>
      read.position > position &&
      read.position < hostPosition &&
      !/^kvSetting(:|$)/i.test(read.path ?? '') &&
      read.conditions.every(({ environment }) => environment !== 'development'),
  );
}
