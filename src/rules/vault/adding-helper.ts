import type { App } from '../../app/app.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import type { WiringReplacement } from '../../app/vault/replacement.ts';
import type { FileRange } from '../../location.ts';
import type { Change } from '../finding.ts';

type Replaceable = Extract<WiringReplacement, { readonly kind: 'replaceable' }>;

/** The documented call of the library's method, below a statement; the hand-written one goes, and its comments along. */
export function helperInstead({ statement, builder, comments }: Replaceable, below: FileRange): readonly Change[] {
  const isInPlace = below.file === statement.file && below.start === statement.start;
  const { above, inside } = comments;
  // In its place what stands above it stays where it is.
  const carried = [isInPlace ? null : above, inside].filter((comment) => comment !== null);
  return [
    {
      kind: 'remove-statement',
      at: statement,
      mentions: carried.flatMap(({ text, lines }) => [text, ...lines.map((line) => line.trim())]).filter(saysSomething),
      keeps: [],
      once: [],
    },
    {
      kind: 'insert-below',
      at: below,
      code: [
        ...carried.flatMap(({ lines }) => lines),
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

/** Every comment has the slashes. */
function saysSomething(line: string): boolean {
  return /[\p{L}\d]/u.test(line);
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
      !isDevelopmentOnly(read),
  );
}
