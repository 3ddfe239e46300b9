import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { projectRoot } from './binary.ts';
import { filesBelow } from './repo.ts';

export interface Expected {
  readonly about: string;
  readonly apps: readonly ExpectedApp[];
  readonly notAnalysed: readonly { readonly file: string }[];
  readonly deleted?: Readonly<Record<string, readonly string[]>>;
}

export interface ExpectedApp {
  readonly path: string;
  readonly id: string | null;
  readonly line: string;
  readonly status: string;
  readonly phase: string;
  readonly findings: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly phase: string | null;
  readonly fix: string;
  readonly file: string;
  readonly line: number;
}

export const phases = ['prepare', 'switch', 'cleanup'] as const;

export function fixtureNames(): readonly string[] {
  return readdirSync(`${projectRoot}fixtures`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

export function expectedOf(name: string): Expected {
  return JSON.parse(readFileSync(`${projectRoot}fixtures/${name}/expected.json`, 'utf8'));
}

/** The files that a phase leaves changed, with their bytes; none where the phase changes nothing. */
export function filesAfter(name: string, phase: string): ReadonlyMap<string, string> {
  const folder = `${projectRoot}fixtures/${name}/after/${phase}`;
  return existsSync(folder) ? filesBelow(folder) : new Map();
}

type Files = ReadonlyMap<string, string>;

/** What a phase makes of the files; null for one that goes. */
export function changesIn(name: string, phase: string): ReadonlyMap<string, string | null> {
  const gone = expectedOf(name).deleted?.[phase] ?? [];
  return new Map<string, string | null>([...filesAfter(name, phase), ...gone.map((path) => [path, null] as const)]);
}

export function withChanges(files: Files, changes: ReadonlyMap<string, string | null>): Files {
  const after = new Map<string, string | null>([...files, ...changes]);
  return new Map([...after].flatMap(([path, text]) => (text === null ? [] : [[path, text]])));
}

export interface ReportedApp extends Omit<ExpectedApp, 'line' | 'findings'> {
  readonly versions: { readonly line: string };
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly phase: string | null;
    readonly fix: string;
    readonly location: { readonly file: string; readonly line: number };
  }[];
}

export function summary({ path, id, versions, status, phase, findings }: ReportedApp): ExpectedApp {
  return {
    path,
    id,
    line: versions.line,
    status,
    phase,
    findings: findings.map(({ rule, severity, phase, fix, location: { file, line } }) => ({
      rule,
      severity,
      phase,
      fix,
      file,
      line,
    })),
  };
}
