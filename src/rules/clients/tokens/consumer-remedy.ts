import type { App } from '../../../app/app.ts';
import type { TokenConsumer } from '../../../app/clients/consumers/consumer.ts';
import type { Reason } from '../../../words/reasons.ts';
import { provisionedFile } from '../../config/provisioned-file.ts';
import type { Change } from '../../finding.ts';
import { sharedWithOthers } from '../../shared-library.ts';
import { obstaclesOfConsumer } from '../decision-obstacles.ts';
import { lackingLibrary } from '../lacking-library.ts';
import { changesFor } from './changes.ts';
import { dialectFor } from './dialect.ts';
import { madeElsewhere } from './made-elsewhere.ts';
import { testsNaming } from './tests-naming.ts';

/** What moves one class to the built-in client, or why it is left to people. */
export type Move =
  | { readonly kind: 'move'; readonly changes: readonly Change[]; readonly doubts: readonly Reason[] }
  | { readonly kind: 'stay'; readonly obstacles: readonly Reason[] };

export function moveOf(app: App, consumer: TokenConsumer): Move {
  const { rewrite, at } = consumer;
  const exchange = rewrite.kind === 'known' && rewrite.calls.some((call) => call.exchange);
  const outcome = dialectFor(app, at.file, exchange);
  const provisioned = provisionedFile(app);
  const obstacles: readonly Reason[] = [
    ...(outcome.kind === 'none' ? [outcome.obstacle] : []),
    ...ownClients(app, consumer),
    ...obstaclesOfConsumer(app, consumer),
    ...(rewrite.kind === 'by-hand'
      ? rewrite.obstacles.map(({ use, line }) => ({ code: 'token-use', use, line }) as const)
      : madeElsewhere(app, consumer)),
    ...provisioned.obstacles,
    ...coreMissing(app, at.file),
  ];
  if (obstacles.length > 0 || outcome.kind === 'none' || rewrite.kind === 'by-hand') return { kind: 'stay', obstacles };
  const doubts: readonly Reason[] = [
    { code: 'token-source-changes' },
    ...outcome.doubts,
    ...whatStays(app, consumer),
    ...testsNaming(app, consumer.name),
    ...sharedWithOthers(app, at.file),
    ...provisioned.doubts,
  ];
  const changes = [...changesFor(consumer, rewrite, outcome.dialect), ...provisioned.changes];
  return { kind: 'move', changes, doubts };
}

/** Around the class, something still rests on the old client. */
function whatStays({ tokens }: App, { client }: TokenConsumer): readonly Reason[] {
  const [eformidling] = client === 'external-service' ? tokens.legacyEformidling : [];
  const [exception] = tokens.exceptions;
  return [
    ...(eformidling ? [{ code: 'legacy-eformidling', file: eformidling.file } as const] : []),
    ...(exception ? [{ code: 'catches-token-exception', file: exception.file } as const] : []),
  ];
}

/** Tokens that come from a class of the app's own: what it does beyond asking Maskinporten, only people know. */
export function ownClients({ tokens }: App, { client }: Pick<TokenConsumer, 'client'>): readonly Reason[] {
  const [own] = tokens.implementations.filter((one) => one.client === client);
  if (own) return [{ code: 'own-token-client', name: own.name, file: own.at.file }];
  const [registered] = ownRegistrations(tokens, client);
  return registered
    ? [{ code: 'own-token-client', name: registered.implementation ?? 'lambda', file: registered.at.file }]
    : [];
}

/** The library's own classes aside. */
export function ownRegistrations({ clientRegistrations }: App['tokens'], client: TokenConsumer['client']) {
  const librarys = client === 'external-service' ? 'MaskinportenService' : 'MaskinportenJwkTokenProvider';
  return clientRegistrations.filter(
    (one) => one.client === client && one.implementation?.split('.').at(-1) !== librarys,
  );
}

/** The built-in client is in the app library, which a library of the app need not have. */
function coreMissing(app: App, file: string): readonly Reason[] {
  const project = lackingLibrary(app, file, /^altinn\.app\.(api|core)(\.experimental)?$/i);
  return project === null ? [] : [{ code: 'core-not-referenced', project }];
}
