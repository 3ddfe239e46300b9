import type { App } from '../../../app/app.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Change, Remedy } from '../../finding.ts';
import { changesBeside, otherReaders } from './beside.ts';
import { doubtsAbout } from './doubts.ts';
import { handlersOf } from './handlers.ts';
import { type Mover, moversOf } from './movers.ts';
import { rewriteOf } from './rewrite.ts';

export function remedyFor(app: App, mover: Mover): Remedy {
  const { registration, obstacles, along } = mover;
  if (obstacles.length > 0 || registration === null) return { kind: 'manual', reasons: obstacles };
  const together = [mover, ...handlersAlong(app, mover)];
  const reasons = [...together.flatMap((one) => doubtsOf(app, one)), ...along.doubts];
  const changes: readonly Change[] = [
    ...together.flatMap((one) => [...rewriteOf(app, one.call), ...changesBeside(app, one, reasons.length > 0)]),
    ...along.changes,
  ];
  return { kind: 'change', changes, reasons: distinct(reasons) };
}

/** A client registers a definition too: once it is gone, a handler that asks for it would throw. */
function handlersAlong(app: App, { call, registration }: Mover): readonly Mover[] {
  return call.kind === 'external-http-client' && registration !== null ? handlersOf(registration, moversOf(app)) : [];
}

function doubtsOf(app: App, { call, registration }: Mover): readonly Reason[] {
  if (registration === null) return [];
  return [
    ...doubtsAbout(app, call, registration.id, registration.section),
    ...otherReaders(app, registration.fillingUses),
  ];
}

/** Two may rest on the same. */
export function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}
