import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project.ts';

interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const lock = JSON.parse(readFileSync(`${projectRoot}package-lock.json`, 'utf8'));
const { '': own, ...others }: Readonly<Record<string, Locked>> = lock.packages;
const packages = Object.entries(others);

/** Of the tools that build and test; what users run has narrower terms, see the licences of the bundle. */
const termsOfTools = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT OR Apache-2.0',
  'MPL-2.0',
];

/** They fetch or build what their packages for each platform, or their WebAssembly, hold already. */
const scriptsLeftOut = [
  '@ast-grep/cli',
  '@microsoft/sarif-multitool-darwin',
  '@microsoft/sarif-multitool-linux',
  'esbuild',
  'tree-sitter-c-sharp',
];

describe('every package in the lock file', () => {
  test('is checked against a hash, and is there', () => {
    expect(lock.lockfileVersion).toBe(3);
    expect(packages.length).toBeGreaterThan(100);
    expect(packages.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
  });

  test('comes from the registry: no git, no other host, no folder', () => {
    const elsewhere = packages.filter(
      ([, { resolved, link }]) =>
        link === true || (resolved !== undefined && !/^https:\/\/registry\.npmjs\.org\/[^?#]+\.tgz$/.test(resolved)),
    );
    expect(elsewhere).toEqual([]);
  });

  test('is installed without running anything of it', () => {
    expect(readFileSync(`${projectRoot}.npmrc`, 'utf8')).toMatch(/^ignore-scripts=true$/m);
    const withScripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(withScripts.map(([path]) => path.replace(/^.*node_modules\//, ''))).toEqual(scriptsLeftOut);
  });

  test('may be used under terms that are known', () => {
    const unknown = packages.filter(([, { license }]) => !termsOfTools.includes(license ?? ''));
    expect(unknown.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });
});

test('the manifest and the lock file agree, and users install no other package', () => {
  const manifest = JSON.parse(readFileSync(`${projectRoot}package.json`, 'utf8'));
  expect(own).toMatchObject({ version: manifest.version, devDependencies: manifest.devDependencies });
  for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
    expect(manifest[kind], kind).toBeUndefined();
  }
  const ranges: readonly string[] = Object.values(manifest.devDependencies);
  expect(ranges.filter((range) => !/^[~^]?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});
