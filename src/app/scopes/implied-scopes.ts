import type { FileRange } from '../../location.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import type { NameSources } from '../clients/external/package-names.ts';
import type { ReadProcess } from '../process/process.ts';
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
  process: ReadProcess,
): readonly ScopeRequest[] {
  const byCalls = (prefix: string, scopes: readonly string[]) => asking(scopes, callsFrom(prefix, files, sources));
  const byNames = (name: string, namespace: string, member: string | null, scopes: readonly string[]) =>
    asking(scopes, placesNaming({ name, namespace, member }, files, sources));
  return [
    ...byCalls('AddFiksArkiv', fiks),
    ...asking(fiks, fiksTasks(process)),
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

export function sendsToFiks(process: ReadProcess): boolean {
  return fiksTasks(process).length > 0;
}

/** Service tasks that send to Fiks Arkiv. */
function fiksTasks(process: ReadProcess): readonly FileRange[] {
  const tasks = process.kind === 'process' ? process.tasks : [];
  return tasks.flatMap(({ type }) => (type?.name === 'fiksArkiv' ? [type.at] : []));
}
