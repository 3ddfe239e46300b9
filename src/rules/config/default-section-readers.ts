import type { App } from '../../app/app.ts';
import { isOnDefault } from '../../app/clients/external/on-default-section.ts';
import type { ExternalRegistration } from '../../app/clients/external/registration.ts';
import type { DefaultSectionRead } from '../../app/settings/default-section-reads.ts';
import { isDefaultSection } from '../../app/settings/section.ts';
import { isDevelopmentOnly } from '../../app/startup/condition.ts';
import type { FileRange } from '../../location.ts';
import { contains } from '../../syntax/csharp/node.ts';
import type { Reason } from '../../words/reasons.ts';
import { moveOf } from '../clients/tokens/consumer-remedy.ts';
import { obstaclesToProvider } from '../clients/tokens/provider-obstacles.ts';
import { obstaclesToRemoval } from './configuration-move.ts';

/** Code that goes on reading credentials from the default section when the clients have moved. */
export function readersOfDefaultSection(app: App, isMoving: (one: ExternalRegistration) => boolean): readonly Reason[] {
  const going = rangesGoing(app, isMoving);
  const isGone = (range: FileRange) => going.some((one) => isInside(range, one));
  const staying = app.defaultSectionReads.filter(
    (read) => !isGone(read.at) && !read.uses.every(isGone) && !isOfClient(app, read),
  );
  const read = staying.filter(({ at }, index) => staying.findIndex((one) => one.at.file === at.file) === index);
  return [
    ...settingsStaying(app, isGone),
    ...read.map(({ at, path }) => ({ code: 'default-section-read', file: at.file, path }) as const),
  ];
}

/** What has no use for the section any more, or a finding of its own. */
function rangesGoing(app: App, isMoving: (one: ExternalRegistration) => boolean): readonly FileRange[] {
  const externals = app.externals.filter((one) => isOnDefault(one) || isDevelopmentOnly(one) || isMoving(one));
  const handlers = app.handlers.filter(
    ({ definitions }) => definitions.length > 0 && definitions.every((one) => externals.includes(one)),
  );
  const configurations = app.configurations.filter(
    (one) => isDevelopmentOnly(one) || obstaclesToRemoval(app, one).length === 0,
  );
  const calls = [...externals, ...handlers, ...configurations].map(({ call }) => call);
  const objects = [
    ...externals.map(({ filling, fillingUses }) => ({ filling, uses: fillingUses })),
    ...configurations.flatMap(({ settings }) => (settings.kind === 'delegate' ? [settings.copied] : [])),
  ];
  const fillings = objects.filter(({ uses }) => uses.every((use) => calls.some((call) => isInside(use, call))));
  return [...calls, ...fillings.flatMap(({ filling }) => filling), ...rangesOfConsumers(app)];
}

const known = new WeakMap<App, readonly FileRange[]>();

/** What classes that move to the built-in client have no more. */
function rangesOfConsumers(app: App): readonly FileRange[] {
  const before = known.get(app);
  if (before) return before;
  const changes = app.tokens.consumers.flatMap((consumer) => {
    const move = moveOf(app, consumer);
    return move.kind === 'move' ? move.changes : [];
  });
  const ranges = changes.flatMap((change) =>
    change.kind === 'replace' || change.kind === 'remove-statement' ? [change.at] : [],
  );
  known.set(app, ranges);
  return ranges;
}

/** `Configure<MaskinportenSettings>(…)`: the built-in client's have a rule of their own, and the package's matter where they are taken. */
function isOfClient({ tokens }: App, { configures }: DefaultSectionRead): boolean {
  return (
    configures !== null && tokens.settingsUses.some(({ how, at }) => how === 'configured' && isInside(at, configures))
  );
}

/** The settings of the package, bound to the section and taken by what stays. */
function settingsStaying(app: App, isGone: (range: FileRange) => boolean): readonly Reason[] {
  const { settingsRegistrations, settingsInjections, providerRegistrations, ...tokens } = app.tokens;
  const registered = settingsRegistrations.find(({ section }) => section !== null && isDefaultSection(section));
  const others = tokens.legacyEformidling.length + tokens.directProviders.length + tokens.oldest.length;
  const isProviderStaying = providerRegistrations.length > 0 && obstaclesToProvider(app).length > 0;
  const isTaken = others > 0 || isProviderStaying || settingsInjections.some((one) => !isGone(one));
  return registered && isTaken ? [{ code: 'external-on-default-section', file: registered.at.file }] : [];
}

function isInside(place: FileRange, around: FileRange): boolean {
  return place.file === around.file && contains(around, place);
}
