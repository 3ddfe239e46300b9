import { at, type Place } from '../../../syntax/csharp/evaluate/place.ts';
import type { Invocation } from '../../../syntax/csharp/invocation.ts';
import { beforeMark } from '../../../syntax/csharp/types/null-marks.ts';
import { type WrittenType, written, writtenAt } from '../../../syntax/csharp/types/written-type.ts';
import { openTypes, type TypeReader } from '../../../syntax/csharp/types.ts';
import { dottedName } from '../../../syntax/csharp/using.ts';
import type { NameSources } from '../external/package-names.ts';
import { clientType, means, tokenType } from './library-type.ts';

export type TokenMethod = 'GetAccessToken' | 'GetAltinnExchangedToken';

export const tokenMethods: readonly TokenMethod[] = ['GetAccessToken', 'GetAltinnExchangedToken'];

/** What expressions are, as far as the built-in client and its tokens go. */
export interface CodeTypes extends NameSources {
  readonly types: TypeReader;
}

const resolving = ['GetRequiredService', 'GetService', 'GetRequiredKeyedService', 'GetKeyedService'];

export function openCodeTypes(code: NameSources): CodeTypes {
  const types = openTypes(code.project, (call, place, reader) => {
    const resolved = resolvedType(call, place);
    if (resolved) return resolved;
    const { receiver, name } = call;
    if (receiver === null) return null;
    const value = reader.ofLink(at(place, beforeMark(receiver)));
    const asks = value && tokenMethods.some((method) => method === name) && means(clientType, value, code);
    if (asks) return written(`System.Threading.Tasks.Task<${tokenType}>`, place);
    const parses = name === 'Parse' && value === null && means(tokenType, typeNamed(at(place, receiver)), code);
    return parses ? written(tokenType, place) : null;
  });
  return { ...code, types };
}

/** What `services.GetRequiredService<T>()` asks for. */
export function resolvedType({ name, typeArguments: given }: Invocation, place: Place): WrittenType | null {
  return resolving.includes(name) && given.length === 1 ? writtenAt(given[0] ?? null, place) : null;
}

function typeNamed(place: Place): WrittenType {
  return written(dottedName(place.node, place.file.text), place);
}

/** Whether what stands before a dot is the built-in client. */
export function isClientBeforeDot(receiver: Place, { types, ...code }: CodeTypes): boolean {
  const type = types.ofLink(at(receiver, beforeMark(receiver.node)));
  return type !== null && means(clientType, type, code);
}

/** Whether the expression is a token, or a token that may be null. */
export function isToken(expression: Place, { types, ...code }: CodeTypes): boolean {
  const type = types.of(expression);
  return type !== null && means(tokenType, type, code);
}

/** The same of what stands before a dot. */
export function isTokenBeforeDot(receiver: Place, { types, ...code }: CodeTypes): boolean {
  const type = types.ofLink(receiver);
  return type !== null && means(tokenType, type, code);
}
