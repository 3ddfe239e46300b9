import type { FileRange } from '../../../location.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import type { SyntaxNode } from '../../../syntax/csharp/node.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { meansOwnType } from '../../own-types.ts';
import type { NameSources } from './package-names.ts';
import { isTypeParameter } from './type-parameter.ts';

/** What a client signs its requests with, as its definition type tells. */
export type KeyType = 'jwk' | 'certificate' | 'own' | 'unknown';

export interface DefinitionType {
  /** As written, without what qualifies it. */
  readonly name: string;
  readonly keyType: KeyType;
  readonly at: FileRange;
}

export const definitionTypes: Readonly<Record<string, KeyType>> = {
  SettingsJwkClientDefinition: 'jwk',
  SettingsX509ClientDefinition: 'certificate',
  Pkcs12ClientDefinition: 'certificate',
  CertificateStoreClientDefinition: 'certificate',
};

export function readDefinitionType(type: SyntaxNode, file: CSharpFile, sources: NameSources): DefinitionType {
  const name = simpleName(resolveAlias(dottedName(type, file.text), file, sources));
  const at = { file: file.path, start: type.start, end: type.end };
  return { name, keyType: keyTypeOf(name, type, file, sources), at };
}

function keyTypeOf(name: string, type: SyntaxNode, file: CSharpFile, sources: NameSources): KeyType {
  if (isTypeParameter(name, type, file.text)) return 'unknown';
  if (meansOwnType(name, type, file, sources.project, sources.imports.of(file))) return 'own';
  // Neither the package's nor declared in the app: it comes from a library.
  return Object.hasOwn(definitionTypes, name) ? (definitionTypes[name] ?? 'unknown') : 'own';
}

function resolveAlias(name: string, file: CSharpFile, { imports }: NameSources): string {
  return imports.of(file).find(({ alias }) => alias === name)?.target ?? name;
}

function simpleName(name: string): string {
  return name.split('.').at(-1) ?? name;
}
