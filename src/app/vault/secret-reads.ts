import type { FileRange } from '../../location.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import type { Invocation } from '../../syntax/csharp/invocation.ts';
import { type CSharpProject, callsNamed, wholeWord } from '../../syntax/csharp/project.ts';
import { rangeOf } from '../clients/consumers/services-call.ts';

/** A call that reads one secret by name, past the app's configuration. */
export interface SecretRead {
  /** null when the code computes it. */
  readonly name: string | null;
  readonly method: string;
  readonly at: FileRange;
  readonly call: FileRange;
}

/** `ISecretsClient` and `ISecrets` of the library, and the clients of the new and the old SDK that they stand for. */
const secretClients = ['ISecretsClient', 'ISecrets', 'SecretClient', 'KeyVaultClient', 'IKeyVaultClient'];
const readingMethods = [
  'GetSecretAsync',
  'GetSecret',
  'GetKeyAsync',
  'GetKey',
  'GetCertificateAsync',
  'GetCertificate',
  'GetClient',
  'GetKeyVaultClient',
];

/** In the files that name such a client; each place once, whatever `#if` makes of it. */
export function readSecretReads(project: CSharpProject): readonly SecretRead[] {
  const files = new Set(
    secretClients.flatMap((client) => project.filesMentioning(client, wholeWord(client))).map(({ path }) => path),
  );
  if (files.size === 0) return [];
  const reads = readingMethods.flatMap((method) =>
    callsNamed(project, method).flatMap(({ file, invocation }) =>
      files.has(file.path) && invocation.receiver !== null ? [readFrom(invocation, file, project)] : [],
    ),
  );
  const places = new Map(reads.map((read) => [`${read.at.file} ${read.at.start}`, read]));
  return [...files]
    .sort()
    .flatMap((path) =>
      [...places.values()].filter(({ at }) => at.file === path).sort((a, b) => a.at.start - b.at.start),
    );
}

/** The secret that a call reads by its name; null for every other call, and where the name is computed. */
export function secretReadBy(invocation: Invocation, file: CSharpFile, project: CSharpProject): string | null {
  const isRead = invocation.receiver !== null && readingMethods.includes(invocation.name);
  const isInSight = isRead && secretClients.some((client) => wholeWord(client).test(file.text));
  return isInSight ? nameAskedFor(invocation, file, project) : null;
}

function readFrom(invocation: Invocation, file: CSharpFile, project: CSharpProject): SecretRead {
  return {
    name: nameAskedFor(invocation, file, project),
    method: invocation.name,
    at: rangeOf(invocation.nameNode, file),
    call: rangeOf(invocation, file),
  };
}

/** The first argument that can be a name: the old SDK takes the vault's address before it, or both in one. */
function nameAskedFor({ arguments: args }: Invocation, file: CSharpFile, project: CSharpProject): string | null {
  for (const { value } of args) {
    const text = evaluateString(value, file, project);
    const name = text.kind === 'known' ? /^(?:https:.*\/secrets\/)?([0-9A-Za-z-]{1,127})$/.exec(text.value)?.[1] : null;
    if (name) return name;
  }
  return null;
}
