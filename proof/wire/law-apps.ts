import { fileURLToPath } from 'node:url';
import { compiledOf } from '../compile/jobs.ts';
import type { Project } from '../compile/projects.ts';
import type { Source } from '../compile/restore.ts';
import type { Deed } from './protocol.ts';
import { type Run, runtime } from './runs.ts';
import type { World } from './worlds.ts';

/** An app that is there to be heard, with the libraries of one version. */
export interface LawApp {
  readonly id: string;
  readonly file: 'external' | 'built-in';
  readonly symbols: readonly string[];
  readonly altinn: string;
  readonly external: string | null;
  /** Whether Altinn.App.Core is our own, where the real one is there too. */
  readonly isStandIn: boolean;
}

const builtIn = { file: 'built-in', external: null, isStandIn: false } as const;
const external = { file: 'external', symbols: [], altinn: '8.12.17', isStandIn: false } as const;

export const lawApps = [
  { ...external, id: 'external 9', external: '9.1.0' },
  { ...external, id: 'external 10', external: '10.2.1' },
  { ...builtIn, id: 'built-in 8.7+', symbols: [], altinn: '8.12.17' },
  { ...builtIn, id: 'built-in 8.7+ of our own', symbols: [], altinn: '8.12.17', isStandIn: true },
  { ...builtIn, id: 'built-in 8.3', symbols: ['PLAIN'], altinn: '8.3.6' },
  { ...builtIn, id: 'built-in 8.5-8.6', symbols: ['BRITISH'], altinn: '8.6.4' },
  { ...builtIn, id: 'built-in 9', symbols: [], altinn: '9.0.0-preview.2' },
  { ...builtIn, id: 'by delegate', symbols: ['DELEGATE'], altinn: '8.12.17' },
  { ...builtIn, id: 'by path', symbols: ['PATH'], altinn: '8.12.17' },
] as const satisfies readonly LawApp[];

export type LawAppId = (typeof lawApps)[number]['id'];

export function projectOf({ id, file, symbols, altinn, external: version }: LawApp): Project {
  const path = fileURLToPath(new URL(`laws/${file}.cs`, import.meta.url));
  return {
    path: `${path}: ${id}`,
    assembly: 'Law',
    executable: true,
    framework: runtime,
    language: 'latest',
    nullable: 'enable',
    warningLevel: 0,
    symbols,
    silentWarnings: [],
    sources: [path],
    usings: [],
    projects: [],
    packages: [
      { id: 'Altinn.App.Api', version: altinn },
      { id: 'Altinn.App.Core', version: altinn },
      ...(version === null ? [] : [{ id: 'Altinn.ApiClients.Maskinporten', version }]),
    ],
    isWeb: true,
    friends: [],
  };
}

export function runOfLaw(app: LawApp, world: string, environment: World, source: Source, folder: string): Run {
  const { job, standIns, libraries } = compiledOf(projectOf(app), [], app.isStandIn ? withoutCore(source) : source);
  const deeds: readonly Deed[] = ['clients', 'authorized-clients', 'refused-clients', 'classes'];
  return {
    start: {
      id: `${app.id}, ${world}`,
      job: job.id,
      folder,
      arguments: [],
      environment,
      sections: [],
      deeds,
    },
    jobs: [...standIns, job],
    libraries,
  };
}

function withoutCore(source: Source): Source {
  return { ...source, package: (one) => (one.id === 'Altinn.App.Core' ? null : source.package(one)) };
}
