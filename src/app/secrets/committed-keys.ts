import type { Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import type { KeyForm } from '../../words/rules/secrets/committed-key.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { ownerTest } from '../discovery/owner.ts';
import { type DerKey, derKeyIn } from './der.ts';
import { keysInText, mayHoldKey } from './keys-in-text.ts';

/** A private key that stands in the repo. */
export interface CommittedKey {
  readonly form: KeyForm;
  readonly at: FileRange;
}

/** The private keys in an app's files, and in those of its repo that belong to no other app. */
export function readCommittedKeys(workspace: Workspace, location: AppLocation): readonly CommittedKey[] {
  return committedKeysIn(workspace, workspace.files.filter(ownerTest(location)));
}

/** Most of what is committed is neither text nor key; a lock file is full of random characters. */
const holdsNoKey =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|woff2?|ttf|otf|eot|pdf|docx?|xlsx?|pptx?|zip|gz|7z|nupkg|dll|exe|so|dylib|wasm|mp[34])$|(?:^|\/)(?:package-lock|npm-shrinkwrap|packages\.lock)\.json$|(?:^|\/)(?:yarn\.lock|pnpm-lock\.yaml)$/i;
const binaryKey = /\.(?:pfx|p12|pkcs12|key|der|p8|pk8)$/i;
/** A file with more of them is told of by these. */
const mostInOneFile = 50;

/** The private keys in these files. */
export function committedKeysIn(workspace: Workspace, paths: readonly string[]): readonly CommittedKey[] {
  const candidates = paths.filter((path) => !holdsNoKey.test(path));
  const worthReading = workspace.filesWhere((content) => mayHoldKey.test(content), candidates);
  return [
    ...worthReading.flatMap((file) => keysInFile(workspace, file)),
    ...keyFiles(workspace, candidates, 'pkcs12', ['pkcs12']),
    ...keyFiles(workspace, candidates, 'der', ['private-key', 'encrypted-private-key']),
  ];
}

/** Files that are nothing but a key, by what is in them. */
function keyFiles(
  workspace: Workspace,
  paths: readonly string[],
  form: 'pkcs12' | 'der',
  kinds: readonly (DerKey | null)[],
): readonly CommittedKey[] {
  const binary = paths.filter((path) => binaryKey.test(path));
  return workspace
    .filesWhere((content) => kinds.includes(derKeyIn(content)), binary)
    .map((file) => ({ form, at: { file, start: 0, end: 0 } }));
}

function keysInFile(workspace: Workspace, file: string): readonly CommittedKey[] {
  const read = workspace.read(file);
  if (read.kind !== 'text') return [];
  return keysInText(read.source.text)
    .slice(0, mostInOneFile)
    .map(({ form, start, end }) => ({ form, at: { file, start, end } }));
}
