import { existsSync, readFileSync } from 'node:fs';
import { projectRoot } from './binary.ts';

/** What a fixture states of the app beside its findings: where its configuration comes from, and what that leads to. */
export interface Facts {
  readonly status: string;
  readonly trigger: string;
  readonly providers: readonly string[];
  readonly precedence: Readonly<Record<string, string>>;
}

export interface ReportedFacts {
  readonly status: string;
  readonly trigger: string;
  readonly providers: readonly { readonly kind: string }[];
  readonly precedence: readonly { readonly key: string; readonly winner: string }[];
}

/** Of each app of the fixture; null where it states none. */
export function statedFacts(name: string): readonly Facts[] | null {
  const file = `${projectRoot}fixtures/${name}/facts.json`;
  if (!existsSync(file)) return null;
  const stated: Facts | { readonly apps: readonly Facts[] } = JSON.parse(readFileSync(file, 'utf8'));
  return ('apps' in stated ? stated.apps : [stated]).map(({ status, trigger, providers, precedence }) => {
    return { status, trigger, providers, precedence };
  });
}

export function factsOf({ status, trigger, providers, precedence }: ReportedFacts): Facts {
  return {
    status,
    trigger,
    providers: providers.map(({ kind }) => kind),
    precedence: Object.fromEntries(precedence.map(({ key, winner }) => [key, winner])),
  };
}
