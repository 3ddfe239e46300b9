import { at, type Place } from '../../../syntax/csharp/evaluate/place.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import { beforeMark } from '../../../syntax/csharp/types/null-marks.ts';
import { type WrittenType, written } from '../../../syntax/csharp/types/written-type.ts';
import { openTypes, type TypeReader } from '../../../syntax/csharp/types.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import { resolvedType } from '../built-in/code-types.ts';

/** Types of expressions as far as keys go: what reads the vault and configuration gives text. */
export function openKeyTypes(project: CSharpProject): TypeReader {
  return openTypes(project, (call, place, types) => resolvedType(call, place) ?? typeOfRead(call, place, types));
}

function typeOfRead(call: Invocation, place: Place, types: TypeReader): WrittenType | null {
  const { name, receiver } = call;
  // The vault's client of the app library.
  if (name === 'GetSecretAsync') return written('System.Threading.Tasks.Task<string>', place);
  if (name === 'GetSection' || name === 'GetRequiredSection') return written('IConfigurationSection', place);
  const [type, ...others] = call.typeArguments;
  const isRead = name === 'GetValue' && type !== undefined && others.length === 0 && receiver !== null;
  const owner = isRead ? types.ofLink(at(place, beforeMark(receiver))) : null;
  return isRead && owner !== null ? written(dottedName(type, place.file.text), place) : null;
}
