import type { App } from '../../../app/app.ts';
import { capabilitiesOf } from '../../../app/capabilities/capabilities.ts';
import { versionsCompiling } from '../../../app/versions/compiling.ts';
import { behavesAs } from '../../../app/versions/package-version.ts';
import type { Reason } from '../../../words/reasons.ts';
import { assumedFor, tooOldFor } from '../../version/requirement.ts';

/** How the built-in client is asked for a token in the version, and the language, that compiles a file. */
export interface TokenDialect {
  /** The member that has the token as a string. */
  readonly member: 'Value' | 'AccessToken';
  /** Whether the token becomes a string by itself where one is declared. */
  readonly converts: boolean;
  /** What a list of scopes begins and ends with. */
  readonly list: readonly [open: string, close: string];
}

export type DialectOutcome =
  | { readonly kind: 'dialect'; readonly dialect: TokenDialect; readonly doubts: readonly Reason[] }
  | { readonly kind: 'none'; readonly obstacle: Reason };

const dialects = {
  MaskinportenTokenResponse: { member: 'AccessToken', converts: false },
  JwtToken: { member: 'Value', converts: true },
} as const;

export function dialectFor(app: App, file: string, exchange: boolean): DialectOutcome {
  const all = versionsCompiling(app, file);
  const [tooOld] = all.flatMap((versions) => tooOldFor(versions, exchange ? '8.5.0' : '8.3.0'));
  if (tooOld) return { kind: 'none', obstacle: exchange ? advised(tooOld) : tooOld };
  const types = new Set(
    all.map((versions) => capabilitiesOf([...behavesAs(versions.app), ...behavesAs(versions.core)]).tokenType),
  );
  const [type] = types;
  if (types.size !== 1 || (type !== 'JwtToken' && type !== 'MaskinportenTokenResponse')) {
    return { kind: 'none', obstacle: { code: 'version-unknown' } };
  }
  const list = hasCollectionExpressions(app, file) ? (['[', ']'] as const) : (['new[] { ', ' }'] as const);
  const doubts = type === 'JwtToken' ? all.flatMap((versions) => assumedFor(versions, '8.5.0')) : [];
  return { kind: 'dialect', dialect: { ...dialects[type], list }, doubts };
}

/** 8.5 and 8.6 are no place to go to: what they call other things is another name again from 8.7 on. */
function advised(obstacle: Reason): Reason {
  return obstacle.code === 'version-too-old' ? { ...obstacle, needed: '8.7.0' } : obstacle;
}

/** From C# 12 on, which is what the framework of 8.3 and later brings unless the project says otherwise. */
function hasCollectionExpressions({ projects }: App, file: string): boolean {
  const compiling = projects.filter(({ sources }) => sources.includes(file));
  return compiling.every(({ languageVersion }) => {
    const version = Number.parseFloat(languageVersion ?? '');
    return Number.isNaN(version) || version >= 12;
  });
}
