import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project.ts';
import { keysInText } from '../../src/app/secrets/keys-in-text.ts';
import { copyOfProject, removeCopies, runIn } from '../contributors/project-copy.ts';
import { expectedOf } from '../end-to-end/fixture.ts';
import { emptyFolder, removeRepos } from '../end-to-end/repo.ts';

const minutes = 60_000;

afterAll(removeCopies);
afterAll(removeRepos);

describe('the package', () => {
  let elsewhere = '';
  let project = '';
  const installed = () => join(elsewhere, 'node_modules/maskinflytt');

  beforeAll(async () => {
    project = copyOfProject();
    elsewhere = emptyFolder();
    const made = await runIn(project, 'npm run --silent package');
    expect(made.code).toBe(0);
    writeFileSync(join(elsewhere, 'package.json'), '{ "private": true }');
    const [tarball] = readdirSync(project).filter((file) => file.endsWith('.tgz'));
    const install = `npm install --offline --ignore-scripts --no-audit --no-fund ${project}/${tarball}`;
    expect(await runIn(elsewhere, install)).toMatchObject({ code: 0 });
  }, 5 * minutes);

  test('brings nothing along and runs nothing when it is installed', () => {
    expect(readdirSync(join(elsewhere, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'maskinflytt',
    ]);
    const { scripts, dependencies, optionalDependencies, peerDependencies } = manifest();
    expect({ dependencies, optionalDependencies, peerDependencies }).toEqual({});
    const atInstall = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
    expect(Object.keys(scripts).filter((name) => atInstall.includes(name))).toEqual([]);
  });

  test('holds what users need and nothing else', () => {
    const known = /^(dist\/([a-z-]+-[0-9A-Z]{8}\.js|types\/[\w/-]+\.d\.ts))$/;
    expect(files().filter((file) => !known.test(file))).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'THIRD-PARTY-LICENSES.md',
      'bin/maskinflytt.js',
      'dist/index.js',
      'dist/main.js',
      'dist/tree-sitter-c_sharp.wasm',
      'dist/web-tree-sitter.wasm',
      'package.json',
      'schemas/config.schema.json',
      'schemas/migration.schema.json',
      'schemas/report.schema.json',
    ]);
    expect(files()).toContain('dist/types/index.d.ts');
    expect(files().length).toBeLessThan(300);
  });

  test('is no larger than it should be', () => {
    const sizes = files().map((file) => statSync(join(installed(), file)).size);
    const [grammar] = files().flatMap((file, at) => (file.endsWith('c_sharp.wasm') ? [sizes[at]] : []));
    expect(grammar).toBe(5_350_581);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(9_000_000);
    expect(Math.max(...sizes.filter((size) => size !== grammar))).toBeLessThan(700_000);
  });

  test('tells nothing of the machine that made it, and holds no key', () => {
    const texts = files().filter((file) => !file.endsWith('.wasm'));
    const machine = [project, projectRoot, tmpdir(), homedir()].filter((folder) => folder.length > 2);
    for (const file of texts) {
      const text = readFileSync(join(installed(), file), 'utf8');
      expect(
        machine.filter((folder) => text.includes(folder)),
        file,
      ).toEqual([]);
      expect(keysInText(text), file).toEqual([]);
      expect(text, file).not.toMatch(/\/node_modules\/\.bin|file:\/\/\/[a-z]|sourceMappingURL/);
    }
  });

  test('is the same, byte for byte, wherever it is built', () => {
    const built = files().filter((file) => /^dist\/[^/]+$/.test(file));
    expect(readdirSync(`${projectRoot}dist`, { withFileTypes: true }).filter((entry) => entry.isFile()).length).toBe(
      built.length,
    );
    for (const file of built) {
      expect(readFileSync(join(installed(), file)).equals(readFileSync(`${projectRoot}${file}`)), file).toBe(true);
    }
  });

  test('starts by a file that can be run, and leads to files that are there', () => {
    const { bin, exports, types } = manifest();
    const launcher = join(installed(), bin.maskinflytt);
    expect(readFileSync(launcher, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(statSync(launcher).mode & 0o111).not.toBe(0);
    const targets = (value: unknown): readonly string[] =>
      typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(targets);
    expect(targets(exports).length).toBeGreaterThan(3);
    for (const target of [...targets(exports), types]) expect(existsSync(join(installed(), target)), target).toBe(true);
  });

  test('runs in an empty folder, offline', async () => {
    expect(await runIn(elsewhere, './node_modules/.bin/maskinflytt --version')).toMatchObject({
      code: 0,
      stdout: `${manifest().version}\n`,
    });
    const rules = await runIn(elsewhere, './node_modules/.bin/maskinflytt rules');
    expect(rules.stdout).toContain('config/custom-path');
    expect(rules.code).toBe(0);
  });

  test('audits an app and patches it', async () => {
    const app = join(elsewhere, 'app');
    const fixture = 'custom-path-literal';
    cpSync(`${projectRoot}fixtures/${fixture}/app`, app, { recursive: true });
    execFileSync('git', ['init', '-q'], { cwd: app });
    const audit = await runIn(elsewhere, './node_modules/.bin/maskinflytt audit app --format json');
    const [expected] = expectedOf(fixture).apps;
    const rules = expected?.findings.map(({ rule }) => ({ rule }));
    expect(rules).toContainEqual({ rule: 'config/custom-path' });
    expect(JSON.parse(audit.stdout).apps).toMatchObject([{ findings: rules }]);
    expect(audit.code).toBe(1);
    const fix = await runIn(elsewhere, './node_modules/.bin/maskinflytt fix app');
    expect(fix.stdout).toContain('-    services.ConfigureMaskinportenClient("skjenkebevilling:MaskinportenSettings");');
    expect(fix.code).toBe(0);
  });

  test('tells other programs its types', async () => {
    writeFileSync(
      join(elsewhere, 'uses.ts'),
      `import { main, type Report } from 'maskinflytt';
export const ended: Promise<number> = main(['audit']);
export const target = (report: Report): 'v8' | 'v9' | undefined => report.apps[0]?.target;
// @ts-expect-error: without metadata there is no id
export const id = (report: Report): string | undefined => report.apps[0]?.id;
`,
    );
    const tsc = `${projectRoot}node_modules/.bin/tsc --noEmit --strict --target es2023 --module nodenext uses.ts`;
    expect(await runIn(elsewhere, tsc)).toMatchObject({ code: 0, stdout: '' });
  });

  function files(): readonly string[] {
    return readdirSync(installed(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(installed().length + 1))
      .sort();
  }

  function manifest() {
    return JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
  }
});
