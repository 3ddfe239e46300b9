import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job } from '../compile/jobs.ts';

const folder = fileURLToPath(new URL('running/', import.meta.url));
const surface = fileURLToPath(new URL('../surface/', import.meta.url));

/** A stand-in that only declares gets bodies that run, as far as something here needs them: files of the same name. */
export function runnable(job: Job): Job {
  const library = job.sources.map((source) => basename(dirname(source))).find((name) => existsSync(join(folder, name)));
  if (library === undefined || job.executable) return job;
  const own = sourcesOf(library);
  const names = own.map((source) => basename(source));
  return { ...job, sources: [...job.sources.filter((source) => !names.includes(basename(source))), ...own] };
}

/** What libraries lean on that an app never names. */
const beside = ['Microsoft.Azure.KeyVault', 'Microsoft.Azure.KeyVault.WebKey'];

export function jobsBeside([model]: readonly Job[]): readonly Job[] {
  if (model === undefined) return [];
  return beside.map((assembly) => ({
    ...model,
    id: `beside: ${assembly}`,
    assembly,
    executable: false,
    symbols: [],
    generated: '',
    sources: sourcesOf(assembly),
    references: model.references.filter((path) => basename(path) !== `${assembly}.dll`),
    uses: [],
  }));
}

function sourcesOf(library: string): readonly string[] {
  const own = join(existsSync(join(folder, library)) ? folder : surface, library);
  return readdirSync(own).map((name) => join(own, name));
}
