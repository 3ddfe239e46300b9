import { containerOf } from '../../../syntax/csharp/declaration.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { typesNamed } from '../../../syntax/csharp/project.ts';
import type { WrittenType } from '../../../syntax/csharp/types/written-type.ts';
import { type Imports, onlyKnownLibraries } from '../../imports.ts';
import { meansOwnType } from '../../own-types.ts';
import type { NameSources } from '../external/package-names.ts';

export const clientType = 'Altinn.App.Core.Features.Maskinporten.IMaskinportenClient';
export const tokenType = 'Altinn.App.Core.Models.JwtToken';

/** Whether the name means the library's type; where one of the app's own is in sight, the library's must be said in full. */
export function means(fullName: string, { text, place }: WrittenType, { project, imports }: NameSources): boolean {
  const name = unaliased(text.replace(/\?$/, '').replace(/^global::/, ''), place.file, imports);
  if (name === fullName) return true;
  const simple = fullName.slice(fullName.lastIndexOf('.') + 1);
  if (!`.${name}`.endsWith(`.${simple}`)) return false;
  if (name === simple && meansOwnType(simple, place.node, place.file, project, imports.of(place.file))) return false;
  const imported = imports.of(place.file).flatMap(({ kind, target }) => (kind === 'namespace' ? [target] : []));
  const around = namespacesAround(containerOf(place.node, place.file.text));
  if ([...imported, ...around].some((namespace) => `${namespace}.${name}` === fullName)) return true;
  const isSpecific = name === simple && simple === 'IMaskinportenClient' && typesNamed(project, simple).length === 0;
  return isSpecific && onlyKnownLibraries(imports.of(place.file));
}

function unaliased(name: string, file: CSharpFile, imports: Imports): string {
  const [first = '', ...rest] = name.split('.');
  const alias = imports.of(file).find((one) => one.alias === first);
  return alias ? [alias.target, ...rest].join('.') : name;
}

/** `A.B.C`, `A.B` and `A`. */
function namespacesAround(container: string): readonly string[] {
  const parts = container.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}
