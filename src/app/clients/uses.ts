import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, typesNamed } from '../../syntax/csharp/project.ts';

/** A type that stands for a Maskinporten client of one kind or another, where code names it. */
export interface ClientTypeUse {
  readonly kind: 'built-in-direct' | 'external-service' | 'token-provider';
  readonly name: string;
  readonly at: FileRange;
}

const clientTypes = {
  IMaskinportenClient: 'built-in-direct',
  IMaskinportenService: 'external-service',
  IMaskinportenTokenProvider: 'token-provider',
} as const;

/** An app that declares a type of the name itself means its own. */
export function readClientTypeUses(files: readonly CSharpFile[], project: CSharpProject): readonly ClientTypeUse[] {
  return files.flatMap((file) =>
    nodesOfKind(file, 'identifier').flatMap((node) => {
      const name = textOf(node, file.text);
      if (!isClientType(name) || typesNamed(project, name).length > 0) return [];
      return [{ kind: clientTypes[name], name, at: { file: file.path, start: node.start, end: node.end } }];
    }),
  );
}

function isClientType(name: string): name is keyof typeof clientTypes {
  return Object.hasOwn(clientTypes, name);
}
