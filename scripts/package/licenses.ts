import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '../project.ts';
import { bundle, wasmFiles } from './bundle.ts';

const accepted = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author: string | null;
  /** null where the package carries none. */
  readonly text: string | null;
}

/** What others wrote and the published package contains, each with its terms. */
export async function thirdPartyLicenses(): Promise<string> {
  const packages = (await bundledFolders()).map(readPackage);
  for (const { name, license } of packages) {
    if (!accepted.includes(license))
      throw new Error(`${name} is under ${license}; accepted are ${accepted.join(', ')}.`);
  }
  return `${[
    '# Third-party licences',
    'The package has no dependencies to install: what it needs is part of `dist/`. That is the work of others, under these terms.',
    '<!-- Written by `npm run docs` from what the bundle contains. -->',
    ...packages.map(section),
  ].join('\n\n')}\n`;
}

/** By what esbuild took into the bundle, not by what package.json lists: most of that only builds and tests. */
async function bundledFolders(): Promise<readonly string[]> {
  const { metafile } = await bundle({ write: false });
  const used = Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([file]) => packageFolder(file) ?? []);
  const copied = wasmFiles.map((file) => packageFolder(join('node_modules', file)) ?? file);
  const byName = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/'));
  return [...new Set([...used, ...copied].map((folder) => realpathSync(resolve(projectRoot, folder))))].sort((a, b) =>
    byName(a) < byName(b) ? -1 : 1,
  );
}

function packageFolder(file: string): string | null {
  return file.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? null;
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)\b/i.test(entry));
  const text = file === undefined ? null : readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim();
  return { name, version, license: String(license), author: authorName(author), text };
}

function authorName(author: unknown): string | null {
  if (typeof author === 'string') return author;
  return typeof author === 'object' && author !== null && 'name' in author ? String(author.name) : null;
}

function section({ name, version, license, author, text }: BundledPackage): string {
  const terms =
    text ?? `The package has no licence file. Its manifest says ${license}${author === null ? '' : `, by ${author}`}.`;
  const fence = '```';
  return `## ${name} ${version} (${license})\n\n${fence}text\n${terms}\n${fence}`;
}
