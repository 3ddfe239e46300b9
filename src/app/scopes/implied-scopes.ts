import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { parseXml } from '../../syntax/xml/parse.ts';
import type { NameSources } from '../clients/external/package-names.ts';
import { callsFrom } from './library-calls.ts';
import { placesNaming } from './library-places.ts';
import type { ScopeRequest } from './scope-request.ts';

/** What decides whether a C# file is parsed for what libraries ask for. */
export const implying = [
  'AddFiksArkiv',
  'AddEFormidlingServices',
  'ICorrespondenceClient',
  'CorrespondenceAuthori',
  'StorageAuthenticationMethod',
];

const instances = ['altinn:serviceowner/instances.read', 'altinn:serviceowner/instances.write'];
const correspondence = ['altinn:serviceowner', 'altinn:correspondence.write'];
const fiks = ['ks:fiks'];

const correspondenceNamespace = 'Altinn.App.Core.Features.Correspondence';

/** What libraries of the app ask Maskinporten for without the app naming it. */
export function readImpliedScopes(
  files: readonly CSharpFile[],
  sources: NameSources,
  workspace: Workspace,
  projectFolder: string,
): readonly ScopeRequest[] {
  const byCalls = (prefix: string, scopes: readonly string[]) => asking(scopes, callsFrom(prefix, files, sources));
  const byNames = (name: string, namespace: string, member: string | null, scopes: readonly string[]) =>
    asking(scopes, placesNaming({ name, namespace, member }, files, sources));
  return [
    ...byCalls('AddFiksArkiv', fiks),
    ...asking(fiks, fiksTasks(workspace, projectFolder)),
    ...byCalls('AddEFormidlingServices', instances),
    ...byNames('StorageAuthenticationMethod', 'Altinn.App.Core', 'ServiceOwner', instances),
    ...byNames('ICorrespondenceClient', correspondenceNamespace, null, correspondence),
    ...byNames('CorrespondenceAuthorisation', correspondenceNamespace, 'Maskinporten', correspondence),
    ...byNames('CorrespondenceAuthorization', correspondenceNamespace, 'Maskinporten', correspondence),
  ];
}

function asking(scopes: readonly string[], places: readonly FileRange[]): readonly ScopeRequest[] {
  return places.map((at) => ({ scopes, at, implied: true, stays: false }));
}

/** Service tasks that send to Fiks Arkiv. */
function fiksTasks(workspace: Workspace, projectFolder: string): readonly FileRange[] {
  const usual = posix.join(projectFolder, 'config/process/process.bpmn').toLowerCase();
  const paths = workspace.files.filter((file) => file.toLowerCase() === usual);
  return workspace.filesWithAny(['fiksArkiv'], paths).flatMap((file) => {
    const read = workspace.read(file);
    const parsed = read.kind === 'text' ? parseXml(read.source.text, read.source.encoding) : null;
    if (parsed?.kind !== 'document') return [];
    const pending = [parsed.document.root];
    const places: FileRange[] = [];
    for (let element = pending.shift(); element !== undefined; element = pending.shift()) {
      if (element.localName === 'taskType' && element.text.trim() === 'fiksArkiv') {
        const { start, end } = element.content ?? element.range;
        places.push({ file, start, end });
      }
      pending.unshift(...element.children);
    }
    return places;
  });
}
