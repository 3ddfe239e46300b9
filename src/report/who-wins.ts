import type { App } from '../app/app.ts';
import { holdingOf, supplierOf } from '../app/precedence/holdings.ts';
import { precedenceOf } from '../app/precedence/precedence.ts';
import { usesMaskinporten } from '../app/status.ts';
import type { Location } from '../location.ts';
import type { IdentityKey, Precedence } from '../words/precedence.ts';
import type { Supplier } from '../words/suppliers.ts';
import type { Words } from '../words/words.ts';
import { locationOf } from './location-of.ts';

/** Nobody asks it of an app that has no use for the answer. */
export function whoWins(app: App): readonly Precedence[] {
  return usesMaskinporten(app) ? precedenceOf(app) : [];
}

interface Source {
  readonly name: string;
  /** Where it is added; null where the builder does that by itself. */
  readonly place: string | null;
  readonly wins: readonly IdentityKey[];
  /** Those of which it cannot be told whether this source or another one supplies them. */
  readonly mayWin: readonly IdentityKey[];
}

/** The sources of configuration in the order they are added, each with the keys that it supplies. */
export function sourcesInOrder(app: App, { terminal }: Words): readonly Source[] {
  const decided = whoWins(app).map((one) => ({ key: one.key, ...winnersIn(app, one) }));
  return app.order.providers.map(({ kind, at, files }, index) => ({
    name: terminal.source(kind, files),
    place: at === null ? null : placeOf(locationOf(app, at)),
    wins: decided.flatMap(({ key, by }) => (by === index ? [key] : [])),
    mayWin: decided.flatMap(({ key, perhaps }) => (perhaps.includes(index) ? [key] : [])),
  }));
}

interface Winners {
  /** -1 where it cannot be told. */
  readonly by: number;
  readonly perhaps: readonly number[];
}

function winnersIn(app: App, { key, winner, reason }: Precedence): Winners {
  const { providers } = app.order;
  const lastOf = (supplier: Supplier) =>
    providers.findLastIndex((one) => supplierOf(one) === supplier && holdingOf(app, one, key) === 'holds');
  if (winner !== 'undecided') return { by: lastOf(winner), perhaps: [] };
  if (reason.code !== 'perhaps') return { by: -1, perhaps: [] };
  const otherwise = reason.otherwise === null ? -1 : lastOf(reason.otherwise);
  // What stands earlier can only win where nobody knows where it stands.
  const perhaps = providers.flatMap((one, index) => {
    const holding = holdingOf(app, one, key);
    const mayHold = holding === 'holds' || holding === 'perhaps';
    return mayHold && (index >= otherwise || !one.placed) ? [index] : [];
  });
  return { by: -1, perhaps };
}

function placeOf({ file, line }: Location): string {
  return `${file}:${line}`;
}

/** The sources in the order they are added, and who supplies each key. */
export function whoWinsText(app: App, words: Words): readonly string[] {
  const { terminal, supplier, precedence } = words;
  const decided = whoWins(app);
  if (decided.length === 0) return [];
  const sources = sourcesInOrder(app, words).map(({ name, place }) => (place === null ? name : `${name} (${place})`));
  return [
    ...(sources.length > 0 ? [terminal.sources(sources.join(' → '))] : []),
    ...decided.map((one) => {
      const winner = one.winner === 'undecided' ? terminal.undecided : supplier[one.winner];
      return `MaskinportenSettings:${one.key}: ${winner} – ${precedence(one)}.`;
    }),
  ];
}
