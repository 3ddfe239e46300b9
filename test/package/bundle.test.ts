import { readdirSync, readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../scripts/package/bundle.ts';
import { projectRoot } from '../../scripts/project.ts';

/** Files, paths, hashes and words; a question to the person at the terminal; and git. Nothing that opens a connection. */
const builtins = [
  'node:buffer',
  'node:child_process',
  'node:crypto',
  'node:fs',
  'node:path',
  'node:readline/promises',
  'node:util',
  'node:zlib',
];
/** The same parts under their old names, as the loader of WebAssembly asks for them. */
const ofLoader = ['fs', 'fs/promises', 'module', 'path', 'url'];

/** Its code for browsers stays in the bundle, and is never reached where there is a `process`. */
const forBrowsersToo = 'node_modules/web-tree-sitter/web-tree-sitter.js';

const reachesOut = /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b|\bWebTransport\b/;
const makesCode = /(?<![.\w])eval\s*\(|\bnew Function\s*\(|\bFunction\s*\(\s*['"`]|\bprocess\.(?:binding|dlopen)\b/;

describe('what the bundle is made of', () => {
  let files: Metafile = { inputs: {}, outputs: {} };

  beforeAll(async () => {
    files = (await bundle({ write: false })).metafile;
  });

  test('asks Node for these parts of it, and for no other module', () => {
    const external = Object.values(files.outputs).flatMap(({ imports }) => imports.filter((one) => one.external));
    const asked = external.map(({ path }) => path).filter((path) => !ofLoader.includes(path));
    expect([...new Set(asked)].sort()).toEqual(builtins);
    const names = readdirSync(`${projectRoot}dist`).filter((file) => file.endsWith('.js'));
    const late = names.flatMap((file) => [
      ...read(`dist/${file}`).matchAll(/(?:require|import)\(["']([a-z_:/]+)["']\)/g),
    ]);
    expect([...new Set(late.map(([, module]) => module))].sort()).toEqual(ofLoader);
  });

  test('starts other programs from one file', () => {
    const starting = Object.entries(files.inputs).filter(([, { imports }]) =>
      imports.some(({ path }) => /(^|:)(child_process|cluster|worker_threads)$/.test(path)),
    );
    expect(starting.map(([path]) => path)).toEqual(['src/files/git-command.ts']);
    const started = [...read('src/files/git-command.ts').matchAll(/\b(?:spawn|exec|fork)\w*\((\S+),/g)].map(
      ([, what]) => what,
    );
    expect(started).toEqual(['program', 'program']);
  });

  test('calls nothing that reaches the network, and makes no code of text', () => {
    const inputs = Object.keys(files.inputs).filter((path) => path.endsWith('.ts') || path.endsWith('.js'));
    const read = inputs.map((path) => [path, readFileSync(`${projectRoot}${path}`, 'utf8')] as const);
    expect(read.filter(([, text]) => reachesOut.test(text)).map(([path]) => path)).toEqual([forBrowsersToo]);
    expect(read.filter(([, text]) => makesCode.test(text)).map(([path]) => path)).toEqual([forBrowsersToo]);
    expect(read.length).toBeGreaterThan(300);
  });

  test('was written by us, or by someone whose package the lock file pins', () => {
    const strangers = Object.keys(files.inputs).filter((path) => !/^(src|node_modules)\/|^package\.json$/.test(path));
    expect(strangers).toEqual([]);
    const lock = JSON.parse(read('package-lock.json')).packages;
    const packages = Object.keys(files.inputs).flatMap(
      (path) => path.match(/^node_modules\/(@[^/]+\/)?[^/]+/)?.[0] ?? [],
    );
    expect([...new Set(packages)].filter((folder) => lock[folder]?.integrity === undefined)).toEqual([]);
  });
});

function read(path: string): string {
  return readFileSync(`${projectRoot}${path}`, 'utf8');
}
