import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ReadApp, readAppIn } from './apps.ts';
import type { Choices } from './choices.ts';
import { gaps, programWith } from './gaps.ts';
import { type GeneratedApp, generateApp } from './generate/app.ts';
import { Chance } from './generate/chance.ts';
import { damaged } from './generate/damage.ts';

/** All the C# that is compared. */
export interface Corpus {
  /** Those of the fixtures, as found and as each phase leaves them, made-up ones, and those of a folder. */
  readonly apps: readonly ReadApp[];
  /** A file for each thing that the grammar does not know. */
  readonly gaps: ReadApp;
  /** Made-up ones with a syntax error in each file, mostly. */
  readonly damaged: readonly ReadApp[];
  close(): void;
}

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

export function openCorpus({ apps, seed, folder }: Choices): Corpus {
  const temporary = mkdtempSync(join(tmpdir(), 'read-corpus-'));
  const seeds = Array.from({ length: apps }, (_, index) => seed + index);
  const made = seeds.map((one) => written(generateApp(one), `made up with seed ${one}`, temporary));
  const broken = seeds.map((one) =>
    written(damaged(generateApp(one), new Chance(one)), `made up with seed ${one}, damaged`, temporary),
  );
  const others = folder === null ? [] : readdirSync(folder).map((name) => readAppIn(name, join(folder, name)));
  const all = [...fixturesAsFound(), ...fixturesAfter(), ...made, ...others];
  return {
    apps: all.filter(({ files }) => files.length > 0),
    gaps: written(gapPrograms(), 'gaps of the grammar', temporary),
    damaged: broken,
    close: () => rmSync(temporary, { recursive: true }),
  };
}

function gapPrograms(): GeneratedApp {
  return Object.fromEntries(gaps.map(({ code }, index) => [`Gap${index}.cs`, programWith(code)]));
}

function written(app: GeneratedApp, id: string, temporary: string): ReadApp {
  const root = join(temporary, id);
  mkdirSync(root);
  for (const [path, text] of Object.entries(app)) writeFileSync(join(root, path), text);
  return readAppIn(id, root);
}

function fixturesAsFound(): readonly ReadApp[] {
  return readdirSync(fixtures).map((name) => readAppIn(`${name}/app`, join(fixtures, name, 'app')));
}

/** The files that a phase changes. */
function fixturesAfter(): readonly ReadApp[] {
  return readdirSync(fixtures).flatMap((name) => {
    const after = join(fixtures, name, 'after');
    const phases = existsSync(after) ? readdirSync(after) : [];
    return phases.map((phase) => readAppIn(`${name}/after/${phase}`, join(after, phase)));
  });
}
