import type { App } from '../../../app/app.ts';
import { capabilitiesOf } from '../../../app/capabilities/capabilities.ts';
import type { AuthorizingMethod } from '../../../app/clients/authorization.ts';
import { versionsCompiling } from '../../../app/versions/compiling.ts';
import type { LibraryVersions } from '../../../app/versions/library-version.ts';
import { behavesAs } from '../../../app/versions/package-version.ts';
import type { Reason } from '../../../words/reasons.ts';
import { assumedFor, tooOldFor } from '../../version/requirement.ts';

/** The releases that first have each method, and the one that is worth going to from before. */
const first = { plain: '8.3.0', exchange: '8.5.0', both: '8.7.0' };

interface Method {
  readonly name: AuthorizingMethod | null;
  /** Without a name, why there is none. */
  readonly obstacles: readonly Reason[];
  /** With one, what it rests on. */
  readonly doubts: readonly Reason[];
}

/** What the version that compiles the file calls the handler of the built-in client. */
export function authorizingMethod(app: App, file: string, exchange: boolean): Method {
  const all = versionsCompiling(app, file);
  const needed = exchange ? first.exchange : first.plain;
  const [obstacle] = all.flatMap((versions) => tooOldFor(versions, needed));
  if (obstacle) return { name: null, obstacles: [advised(obstacle, exchange)], doubts: [] };
  const names = new Set(all.map((versions) => nameIn(versions, exchange)));
  const [name] = names;
  if (names.size !== 1 || !name) return { name: null, obstacles: [{ code: 'version-unknown' }], doubts: [] };
  const release = name.includes('isation') ? first.exchange : first.both;
  const doubts =
    needed === first.plain && app.versions.line === '8.3' ? [] : all.flatMap((one) => assumedFor(one, release));
  return { name, obstacles: [], doubts };
}

/** 8.5 and 8.6 are no place to go to: their spelling is another than before and after. */
function advised(obstacle: Reason, exchange: boolean): Reason {
  const isTooOld = obstacle.code === 'version-too-old' && exchange;
  return isTooOld ? { ...obstacle, needed: first.both } : obstacle;
}

function nameIn({ app, core }: LibraryVersions, exchange: boolean): AuthorizingMethod | null {
  const known = [...behavesAs(app), ...behavesAs(core)];
  const { spelling, exchangeSpelling } = capabilitiesOf(known);
  switch (exchange ? exchangeSpelling : spelling) {
    case 'american':
    case 'both':
      return exchange ? 'UseMaskinportenAltinnAuthorization' : 'UseMaskinportenAuthorization';
    case 'british':
      return exchange ? 'UseMaskinportenAltinnAuthorisation' : 'UseMaskinportenAuthorisation';
    default:
      return null;
  }
}
