import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { findCallables } from '../startup/callable.ts';
import { clientIds } from './client-id.ts';
import { sectionOf } from './section-path.ts';

/** A registration with the external package, and the section its settings come from. */
export interface ExternalRegistration {
  readonly id: string;
  readonly kind: 'external-http-client' | 'external-handler';
  readonly method: string;
  /** null when it cannot be told. */
  readonly section: string | null;
  /** The call as written, from its name on. */
  readonly expression: string;
  readonly at: FileRange;
}

const registeringMethods = {
  AddMaskinportenHttpClient: 'external-http-client',
  RegisterMaskinportenClientDefinition: 'external-handler',
  RegisterMaskinportenHttpClient: 'external-handler',
} as const;

export function readExternalRegistrations(
  files: readonly CSharpFile[],
  project: CSharpProject,
  appPath: string,
): readonly ExternalRegistration[] {
  const read = files.flatMap((file) =>
    nodesOfKind(file, 'invocation_expression').flatMap((node) => {
      const invocation = readInvocation(node, file.text);
      if (!invocation || !isRegistering(invocation.name)) return [];
      // Another package's methods of these names take no type arguments; the app's own are read where they lead.
      if (invocation.typeArguments.length === 0 || findCallables(invocation, file, project).length > 0) return [];
      return [
        {
          kind: registeringMethods[invocation.name],
          method: invocation.name,
          section: sectionAmong(invocation, file, project),
          expression: file.text.slice(invocation.nameNode.start, invocation.end),
          at: { file: file.path, start: invocation.nameNode.start, end: invocation.nameNode.end },
        },
      ];
    }),
  );
  const texts = read.map(({ kind, method, section, expression, at }) => {
    return { kind, method, file: at.file, text: section ?? expression };
  });
  const ids = clientIds(texts, appPath);
  return read.map((registration, index) => ({ ...registration, id: ids[index] ?? '' }));
}

function isRegistering(name: string): name is keyof typeof registeringMethods {
  return Object.hasOwn(registeringMethods, name);
}

function sectionAmong(invocation: Invocation, file: CSharpFile, project: CSharpProject): string | null {
  for (const argument of invocation.arguments) {
    const section = sectionOf(argument.value, file, project);
    if (section.kind === 'section') return section.path;
  }
  return null;
}
