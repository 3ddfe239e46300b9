import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { NameSources } from '../external/package-names.ts';
import { openCodeTypes } from './code-types.ts';
import { type DirectClient, readDirectClients } from './direct-clients.ts';
import { type MaskedToken, readMaskedTokens } from './masked/masked-tokens.ts';

/** Code that asks the built-in client for tokens itself, and where it spoils them. */
export interface BuiltInUse {
  readonly clients: readonly DirectClient[];
  readonly maskedTokens: readonly MaskedToken[];
}

/** `files` are those that say something about Maskinporten: in an app without any, nothing is parsed. */
export function readBuiltInUse(files: readonly CSharpFile[], sources: NameSources, appPath: string): BuiltInUse {
  if (files.length === 0) return { clients: [], maskedTokens: [] };
  const code = openCodeTypes(sources);
  return { clients: readDirectClients(code, appPath), maskedTokens: readMaskedTokens(code) };
}
