import { readdirSync, readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { projectRoot } from '../project.ts';
import { type Mutant, type Stratum, strata } from './mutant.ts';
import { switchNames } from './mutant-switch.ts';

export interface Instrumented {
  readonly mutants: readonly Mutant[];
  /** By path, as they are now: whoever waits for a long run may work on them meanwhile. */
  readonly sources: ReadonlyMap<string, string>;
  /** The same with all mutants in them, each behind its switch. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function instrument(): Promise<Instrumented> {
  const files = mutatedFiles();
  const sources = new Map(files.map(({ file }) => [file, readFileSync(projectRoot + file, 'utf8')]));
  const given = [...sources].map(([name, content]) => ({ name, mutate: true, content }));
  const options = { plugins: null, excludedMutations: [], ignorers: [] };
  const { mutants: all, files: written } = await new Instrumenter(silent).instrument(given, options);
  const mutants: Mutant[] = [];
  for (const { stratum, file } of files) {
    const starts = lineStarts(sources.get(file) ?? '');
    for (const { id, fileName, location, mutatorName, replacement = '' } of all) {
      if (fileName !== file) continue;
      const offset = ({ line, column }: { line: number; column: number }) => (starts[line] ?? 0) + column;
      const [start, end, line] = [offset(location.start), offset(location.end), location.start.line + 1];
      mutants.push({ id, stratum, file, line, start, end, mutator: mutatorName, replacement });
    }
  }
  return { mutants, sources, texts: new Map(written.map(({ name, content }) => [name, withOurSwitch(content)])) };
}

export function mutatedFiles(): readonly { readonly stratum: Stratum; readonly file: string }[] {
  return strata.flatMap((stratum) => sourcesOf(stratum).map((file) => ({ stratum, file })));
}

function sourcesOf(stratum: Stratum): readonly string[] {
  const paths = readdirSync(`${projectRoot}src/${stratum}`, { recursive: true, encoding: 'utf8' });
  return paths
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/${stratum}/${path.replaceAll('\\', '/')}`)
    .sort();
}

/** The instrumenter gives each file a switch of its own, which counts all the time; ours is one for all, and quick. */
function withOurSwitch(text: string): string {
  const start = text.indexOf('function stryNS_9fa48()');
  if (start === -1) return text;
  const end = text.indexOf('\n}\n', text.indexOf('function stryMutAct_9fa48(')) + 2;
  const ours = `const stryMutAct_9fa48 = ${switchNames.isActive}, stryCov_9fa48 = ${switchNames.reach};`;
  const asked = text.slice(end).replace(/\bstry(?:MutAct|Cov)_9fa48\(["\d, ]+\)/g, (call) => call.replaceAll('"', ''));
  return text.slice(0, start) + ours + asked;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const nothing = () => undefined;
const never = () => false;
const silent = {
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never,
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
};
