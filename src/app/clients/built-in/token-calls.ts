import type { FileRange } from '../../../location.ts';
import { at, type Place, rangeIn } from '../../../syntax/csharp/evaluate/place.ts';
import { argumentFor } from '../../../syntax/csharp/invocation.ts';
import { type Call, callsNamed } from '../../../syntax/csharp/project.ts';
import { type AskedScopes, askedScopes } from './asked-scopes.ts';
import { type CodeTypes, isClientBeforeDot, type TokenMethod, tokenMethods } from './code-types.ts';
import { exchangesByHand } from './exchanged-by-hand.ts';

/** A token that code asks the built-in client for. */
export interface TokenCall {
  readonly method: TokenMethod;
  readonly exchange: boolean;
  /** Whether the same file has Altinn exchange tokens with a request of its own. */
  readonly exchangedByHand: boolean;
  readonly asked: AskedScopes;
  readonly call: FileRange;
  readonly name: FileRange;
}

/** With the place it stands in. */
export interface PlacedCall extends TokenCall {
  readonly place: Place;
}

export function readTokenCalls(code: CodeTypes): readonly PlacedCall[] {
  return tokenMethods.flatMap((method) =>
    onlyOnce(callsNamed(code.project, method)).flatMap((call) => {
      const place = { node: call.invocation.node, root: call.root, file: call.file };
      const { receiver } = call.invocation;
      return receiver && isClientBeforeDot(at(place, receiver), code) ? [read(method, call, place, code)] : [];
    }),
  );
}

function read(method: TokenMethod, { invocation }: Call, place: Place, { project }: CodeTypes): PlacedCall {
  const scopes = argumentFor(invocation.arguments, 'scopes', 0);
  return {
    method,
    exchange: method === 'GetAltinnExchangedToken',
    exchangedByHand: exchangesByHand(place.file),
    asked: scopes ? askedScopes(at(place, scopes.value), project) : { scopes: [], unknown: null },
    call: rangeIn(place.file, invocation),
    name: rangeIn(place.file, invocation.nameNode),
    place,
  };
}

/** What several views of a file have stands at one place of its text. */
function onlyOnce(calls: readonly Call[]): readonly Call[] {
  const byPlace = new Map(
    calls.map((call) => [`${call.file.path}:${call.invocation.start}:${call.invocation.end}`, call]),
  );
  return [...byPlace.values()];
}
