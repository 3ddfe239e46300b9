import type { FileRange } from '../../location.ts';
import type { Target } from '../../target.ts';
import type { AuthorizationUse } from '../clients/authorization.ts';
import type { BuiltInUse } from '../clients/built-in/read-built-in.ts';
import type { ClientConfiguration } from '../clients/configuration.ts';
import { bindsDefault, decisionFor } from '../clients/identity.ts';
import type { MigrationRecord } from '../record/migration-record.ts';
import { isDevelopmentOnly } from '../startup/condition.ts';
import { requestsOfBuiltIn } from './built-in-scopes.ts';
import { defaultScopes } from './default-scopes.ts';
import { type ExternalScopeSources, requestsOfExternals } from './external-scopes.ts';
import { type DifferingScopes, type ScopeRequest, together, type UnresolvedScopes } from './scope-request.ts';
import { requestsOfTokens, type TokenScopeSources } from './token-scopes.ts';

/** A scope that the app asks for, or that a library asks for in its name. */
export interface AskedScope {
  readonly scope: string;
  /** One of the three that a button in Altinn Studio adds. */
  readonly isDefault: boolean;
  /** Only through a library that the app uses. */
  readonly implied: boolean;
  /** Only with credentials that stay the app's own, as was decided: Studio need not have it. */
  readonly stays: boolean;
  readonly evidence: readonly FileRange[];
}

export interface AppScopes {
  /** In code-unit order, each once; scopes differ where their casing does. */
  readonly asked: readonly AskedScope[];
  /** What libraries ask the built-in client for, whoever else does. */
  readonly byLibraries: readonly string[];
  readonly unresolved: readonly UnresolvedScopes[];
  readonly differing: readonly DifferingScopes[];
  /** What the client in the portal has, from `--registered-scopes`; null when nobody told. */
  readonly registered: readonly string[] | null;
}

interface ScopeSources extends ExternalScopeSources, TokenScopeSources {
  readonly target: Target;
  readonly configurations: readonly ClientConfiguration[];
  readonly authorizations: readonly AuthorizationUse[];
  readonly builtIn: BuiltInUse;
  readonly record: MigrationRecord | null;
  /** What libraries ask for. */
  readonly implied: readonly ScopeRequest[];
  /** From the configuration file. */
  readonly extraScopes: readonly string[];
  readonly registeredScopes: readonly string[] | null;
}

/** What the app asks Maskinporten for where it is deployed; what only local runs ask for is no matter to Studio. */
export function readScopes(sources: ScopeSources): AppScopes {
  const keeps = builtInStays(sources);
  const { requests, unresolved, differing } = together([
    requestsOfExternals(sources),
    requestsOfTokens(sources),
    requestsOfBuiltIn(sources.authorizations, sources.builtIn, keeps),
  ]);
  const fromLibraries = sources.implied.map((request) => ({ ...request, stays: keeps }));
  return {
    asked: askedIn([...requests, ...fromLibraries, ...beyondCode(sources)]),
    byLibraries: [...new Set(sources.implied.flatMap(({ scopes }) => scopes))].sort(),
    unresolved: distinct(unresolved, ({ at, because }) => `${at.file} ${at.start} ${because.code}`),
    differing: distinct(differing, ({ section }) => section.toLowerCase()),
    registered: sources.registeredScopes,
  };
}

/** There is one built-in client, and what it has was decided for all that it is asked for. */
function builtInStays({ target, configurations, identities }: ScopeSources): boolean {
  const own = configurations.filter((one) => !bindsDefault(one) && !isDevelopmentOnly(one));
  return target === 'v8' && own.length > 0 && own.every(({ id }) => decisionFor({ identities }, id) === 'own-built-in');
}

function beyondCode({ target, record, implied, extraScopes }: ScopeSources): readonly ScopeRequest[] {
  const byLibraries = implied.flatMap(({ scopes }) => scopes);
  const recorded = (record?.clients ?? []).flatMap(({ scopes, decision }) =>
    scopes.map((scope) => {
      return { scopes: [scope], at: null, implied: byLibraries.includes(scope), stays: decision.startsWith('own') };
    }),
  );
  return [
    ...recorded,
    { scopes: extraScopes, at: null, implied: false, stays: false },
    ...(target === 'v9' ? [{ scopes: defaultScopes, at: null, implied: true, stays: false }] : []),
  ];
}

function askedIn(requests: readonly ScopeRequest[]): readonly AskedScope[] {
  const names = new Set(requests.flatMap(({ scopes }) => scopes));
  return [...names].sort().map((scope) => {
    const asking = requests.filter(({ scopes }) => scopes.includes(scope));
    return {
      scope,
      isDefault: defaultScopes.includes(scope),
      implied: asking.every(({ implied }) => implied),
      stays: asking.every(({ stays }) => stays),
      evidence: distinct(
        asking.flatMap(({ at }) => at ?? []),
        ({ file, start }) => `${file} ${start}`,
      ).toSorted(byPlace),
    };
  });
}

function distinct<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [key(item), item])).values()].toReversed();
}

export function byPlace(a: FileRange, b: FileRange): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start;
}
