import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../../scripts/project.ts';
import { copyOfProject, removeCopies, runIn } from '../contributors/project-copy.ts';
import { expectedOf } from '../end-to-end/fixture.ts';
import { emptyFolder, removeRepos } from '../end-to-end/repo.ts';

const minutes = 60_000;

afterAll(removeCopies);
afterAll(removeRepos);

describe('the package', () => {
  let elsewhere = '';
  const installed = () => join(elsewhere, 'node_modules/maskinflytt');

  beforeAll(async () => {
    const project = copyOfProject();
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
    const files = readdirSync(installed(), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(installed().length + 1));
    const expected = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-LICENSES.md',
      'package.json',
      'bin/maskinflytt.js',
    ];
    expect(files).toEqual(expect.arrayContaining(expected));
    expect(files).toEqual(expect.arrayContaining(['dist/main.js', 'dist/index.js', 'dist/types/index.d.ts']));
    expect(files.filter((file) => file.endsWith('.wasm')).sort()).toEqual([
      'dist/tree-sitter-c_sharp.wasm',
      'dist/web-tree-sitter.wasm',
    ]);
    expect(files.filter((file) => file.startsWith('schemas/'))).toContain('schemas/report.schema.json');
    const known = /^(dist\/([\w-]+\.(js|wasm)|types\/[\w/-]+\.d\.ts)|schemas\/[\w.]+\.json)$/;
    expect(files.filter((file) => !expected.includes(file) && !known.test(file))).toEqual([]);
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

  function manifest() {
    return JSON.parse(readFileSync(join(installed(), 'package.json'), 'utf8'));
  }
});
