import type { FileRange } from '../../../location.ts';
import { containerOf } from '../../../syntax/csharp/declaration.ts';
import { typeKinds } from '../../../syntax/csharp/enclosing.ts';
import { type Place, rangeIn } from '../../../syntax/csharp/evaluate/place.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { byKey } from '../../../syntax/csharp/project.ts';
import { clientIds } from '../client-id.ts';
import type { CodeTypes } from './code-types.ts';
import { type Hold, holdsIn, ways } from './holds.ts';
import { readTokenCalls, type TokenCall } from './token-calls.ts';

/** A class, or a top-level program, that holds the built-in client to ask it for tokens. */
export interface DirectClient {
  readonly id: string;
  /** Without its namespace. */
  readonly holder: string;
  /** Where it gets the client; where it first calls it, if something of another type holds it. */
  readonly at: FileRange;
  readonly calls: readonly TokenCall[];
}

export function readDirectClients(code: CodeTypes, appPath: string): readonly DirectClient[] {
  const calls = readTokenCalls(code);
  const held = code.project.filesMentioning('IMaskinportenClient').flatMap((file) => holdsIn(file, code));
  const called = calls.map(({ place }): Hold => ({ way: 'call', place }));
  const callsOf = byKey(calls, ({ place }) => holderOf(place));
  const clients = [...byKey([...held, ...called], ({ place }) => holderOf(place))].flatMap(([holder, holds]) =>
    firstOf(holds).map(({ place }) => ({
      holder: nameOfHolder(place),
      at: rangeIn(place.file, place.node),
      calls: (callsOf.get(holder) ?? []).map(({ place: _, ...call }) => call),
    })),
  );
  clients.sort(byPlace);
  const texts = clients.map(({ holder, at: { file } }) => {
    return { kind: 'built-in-direct', method: 'IMaskinportenClient', file, text: holder };
  });
  const ids = clientIds(texts, appPath);
  return clients.map((client, index) => ({ id: ids[index] ?? '', ...client }));
}

function firstOf(holds: readonly Hold[]): readonly Hold[] {
  return [...holds].sort((a, b) => ways.indexOf(a.way) - ways.indexOf(b.way)).slice(0, 1);
}

/** All parts of a type are one holder; a top-level program is the file's. */
function holderOf({ node, file }: Place): string {
  const type = closest(node, ...typeKinds);
  return type ? `${containerOf(type, file.text)}.${nameOf(type, file.text)}` : `\0${file.path}`;
}

function nameOfHolder({ node, file }: Place): string {
  const type = closest(node, ...typeKinds);
  return type ? nameOf(type, file.text) : 'Program';
}

function nameOf(type: SyntaxNode, text: string): string {
  const name = childInRole(type, 'name');
  return name ? textOf(name, text) : '';
}

function byPlace(a: Pick<DirectClient, 'at'>, b: Pick<DirectClient, 'at'>): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.start - b.at.start;
}
