import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { closest, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, typesNamed } from '../../syntax/csharp/project.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';
import { findCallables } from '../startup/callable.ts';

/** A name that stands for a Maskinporten client of one kind or another, where code uses it. */
export interface ClientTypeUse {
  readonly kind: 'built-in-direct' | 'external-service' | 'external-settings' | 'token-provider';
  readonly name: string;
  readonly at: FileRange;
}

type Kind = ClientTypeUse['kind'];

const clientTypes: Readonly<Record<string, Kind>> = {
  IMaskinportenClient: 'built-in-direct',
  IMaskinportenService: 'external-service',
  IMaskinportenTokenProvider: 'token-provider',
};
const providerMethod = 'AddMaskinportenJwkTokenProvider';
/** Names so common that only the import tells whose they are. */
const importedTypes: Readonly<Record<string, Kind>> = {
  IMaskinporten: 'external-service',
  MaskinportenTokenHandler: 'external-service',
};
const settingsType = 'MaskinportenSettings';
const externalNamespace = 'Altinn.ApiClients.Maskinporten';

/** An app that declares a type or function of the name itself means its own. */
export function readClientTypeUses(files: readonly CSharpFile[], project: CSharpProject): readonly ClientTypeUse[] {
  return files.flatMap((file) => {
    const imported = importsExternal(file, project);
    return nodesOfKind(file, 'identifier').flatMap((node) => {
      const name = textOf(node, file.text);
      const kind = name === providerMethod ? kindOfCall(node, file, project) : kindOfType(name, node, file, imported);
      if (kind === null || typesNamed(project, name).length > 0) return [];
      return [{ kind, name, at: { file: file.path, start: node.start, end: node.end } }];
    });
  });
}

function kindOfType(name: string, node: SyntaxNode, file: CSharpFile, imported: boolean): Kind | null {
  if (Object.hasOwn(clientTypes, name)) return clientTypes[name] ?? null;
  if (!imported) return null;
  if (name === settingsType) return isConfigured(node, file) ? 'external-settings' : null;
  return Object.hasOwn(importedTypes, name) ? (importedTypes[name] ?? null) : null;
}

function kindOfCall(name: SyntaxNode, file: CSharpFile, project: CSharpProject): Kind | null {
  const call = closest(name, 'invocation_expression');
  const invocation = call && readInvocation(call, file.text);
  const isLibrarys = invocation?.nameNode === name && findCallables(invocation, file, project).length === 0;
  return isLibrarys ? 'token-provider' : null;
}

/** `services.Configure<MaskinportenSettings>(…)`, also `<MaskinportenSettings<T>>`. */
function isConfigured(type: SyntaxNode, file: CSharpFile): boolean {
  const argument = type.parent?.kind === 'generic_name' ? type.parent : type;
  const call = argument.parent?.parent?.parent?.parent;
  return call !== null && call !== undefined && readInvocation(call, file.text)?.name === 'Configure';
}

function importsExternal(file: CSharpFile, project: CSharpProject): boolean {
  const elsewhere = project.filesMentioning(externalNamespace).flatMap(usingsOf);
  return [...usingsOf(file), ...elsewhere.filter((using) => using.global)].some(({ target }) =>
    target.startsWith(externalNamespace),
  );
}
