import type { App } from '../app/app.ts';
import { precedenceOf } from '../app/precedence/precedence.ts';
import { usesMaskinporten } from '../app/status.ts';
import type { Precedence } from '../words/precedence.ts';
import type { Words } from '../words/words.ts';
import { locationOf } from './location-of.ts';

/** Nobody asks it of an app that has no use for the answer. */
export function whoWins(app: App): readonly Precedence[] {
  return usesMaskinporten(app) ? precedenceOf(app) : [];
}

/** What each source of configuration is called, in the order they are added, with where that happens. */
export function sourcesInOrder(app: App, { terminal }: Words): readonly string[] {
  return app.order.providers.map(({ kind, at, files }) => {
    const name = terminal.source(kind, files);
    if (at === null) return name;
    const { file, line } = locationOf(app, at);
    return `${name} (${file}:${line})`;
  });
}

/** The sources in the order they are added, and who supplies each key. */
export function whoWinsText(app: App, words: Words): readonly string[] {
  const { terminal, supplier, precedence } = words;
  const decided = whoWins(app);
  if (decided.length === 0) return [];
  const sources = sourcesInOrder(app, words);
  return [
    ...(sources.length > 0 ? [terminal.sources(sources.join(' → '))] : []),
    ...decided.map((one) => {
      const winner = one.winner === 'undecided' ? terminal.undecided : supplier[one.winner];
      return `MaskinportenSettings:${one.key}: ${winner} – ${precedence(one)}.`;
    }),
  ];
}
