import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TextEdit } from '../../src/files/edits.ts';
import type { Dotnet, NotBuilt } from '../dotnet.ts';
import type { EditAnswer, MeaningFacts, SyntaxFacts } from './facts.ts';

/** An app to read: each file with the sets of symbols that it is read with, and those that the app is compiled with. */
export interface ReadingJob {
  readonly id: string;
  readonly root: string;
  readonly files: readonly { readonly path: string; readonly symbolSets: readonly (readonly string[])[] }[];
  readonly symbolSets: readonly (readonly string[])[];
}

export interface EditJob {
  readonly id: string;
  readonly edit: {
    /** `statement`: what goes must be whole statements or declarations. */
    readonly kind: 'statement' | 'any';
    readonly before: string;
    /** As it is written, with the empty lines tidied. */
    readonly after: string;
    readonly changes: readonly TextEdit[];
    readonly symbolSets: readonly (readonly string[])[];
  };
}

/** Our program over Roslyn. */
export interface Oracle {
  read(jobs: readonly ReadingJob[]): Promise<readonly (SyntaxFacts | MeaningFacts)[]>;
  judge(jobs: readonly EditJob[]): Promise<readonly EditAnswer[]>;
}

export type Opened = { readonly kind: 'opened'; readonly oracle: Oracle } | NotBuilt;

export async function openOracle(dotnet: Dotnet): Promise<Opened> {
  const built = await dotnet.build(fileURLToPath(new URL('oracle/Oracle.csproj', import.meta.url)), 'read-oracle');
  if (built.kind !== 'built') return built;
  const { assembly } = built;

  async function ask<Answer>(jobs: readonly (ReadingJob | EditJob)[]): Promise<readonly Answer[]> {
    const folder = mkdtempSync(join(tmpdir(), 'read-oracle-'));
    try {
      const asked = join(folder, 'jobs');
      writeFileSync(asked, jobs.map((job) => `${JSON.stringify(job)}\n`).join(''));
      const { code, output, errors } = await dotnet.run([assembly, asked]);
      if (code !== 0) throw new Error(`the oracle ended with ${code}: ${errors}`);
      return output
        .split('\n')
        .filter((line) => line !== '')
        .map((line): Answer => JSON.parse(line));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  return { kind: 'opened', oracle: { read: ask<SyntaxFacts | MeaningFacts>, judge: ask<EditAnswer> } };
}
