import type { App } from '../../../app/app.ts';
import type { FileRange } from '../../../location.ts';
import type { Reason } from '../../../words/reasons.ts';
import type { Change } from '../../finding.ts';
import { serviceMoves } from '../tokens/service-moves.ts';

/** What takes the package's service from the container, where only a registration of a client puts it. */
export interface ServiceTakers {
  /** Those that stay, so that a registration has to stay for them. */
  readonly staying: readonly Reason[];
  /** What moves the others: in one change with the last registration, or they would find no service. */
  readonly changes: readonly Change[];
  readonly doubts: readonly Reason[];
}

const nobody: ServiceTakers = { staying: [], changes: [], doubts: [] };

export function serviceTakers(app: App): ServiceTakers {
  const { clientRegistrations, legacyEformidling, directProviders, oldest } = app.tokens;
  if (clientRegistrations.some(({ client }) => client === 'external-service')) return nobody;
  const moves = [...serviceMoves(app)];
  const moving = moves.flatMap(([, move]) => (move.kind === 'move' ? [move] : []));
  return {
    staying: [
      ...moves.flatMap(([{ at }, { kind }]) => (kind === 'stay' ? [consumed(nameAt(app, at), at)] : [])),
      ...legacyEformidling.map((at) => consumed('AddEFormidlingServices', at)),
      ...directProviders.map((at) => consumed('MaskinportenJwkTokenProvider', at)),
      ...oldest.map(({ at, name }) => consumed(name, at)),
    ].slice(0, 1),
    changes: moving.flatMap(({ changes }) => changes),
    doubts: moving.flatMap(({ doubts }) => doubts),
  };
}

function consumed(name: string, { file }: FileRange): Reason {
  return { code: 'registration-consumed', name, file };
}

function nameAt({ workspace }: App, { file, start, end }: FileRange): string {
  const read = workspace.read(file);
  return read.kind === 'text' ? read.source.text.slice(start, end) : '';
}
