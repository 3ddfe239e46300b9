import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { projectRoot } from '../../scripts/project.ts';
import { emptyFolder, removeRepos, repoOfFixture } from '../end-to-end/repo.ts';
import { runProcess } from '../end-to-end/run-process.ts';

/** A step that runs commands; the others belong to the service. */
interface Step {
  readonly run?: string;
  readonly script?: string;
}

interface Template {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  readonly steps?: readonly Step[];
  readonly env?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

const templates = readdirSync(`${projectRoot}docs/ci`).filter((file) => file.endsWith('.yml'));
const made = ['maskinflytt-checklist.md', 'maskinflytt.html', 'maskinflytt.patch'];
const leftBehind: Readonly<Record<string, readonly string[]>> = {
  'azure-pipelines.yml': [...made, 'maskinflytt.sarif'],
  'gitea-actions.yml': made,
  'github-actions.yml': [...made, 'maskinflytt.sarif'],
};

let tarball = '';
let programs = '';

beforeAll(() => {
  const packed = emptyFolder();
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packed], { cwd: projectRoot });
  tarball = join(packed, readdirSync(packed)[0] ?? '');
  programs = emptyFolder();
});
afterAll(removeRepos);

test('there is a template for each service, and each is listed', () => {
  expect(templates).toEqual(Object.keys(leftBehind));
  const page = readFileSync(`${projectRoot}docs/ci/README.md`, 'utf8');
  for (const template of templates) expect(page).toContain(`](${template})`);
});

describe.each(templates)('the commands of %s', (file) => {
  const template: Template = parse(readFileSync(`${projectRoot}docs/ci/${file}`, 'utf8'));
  const steps = template.steps ?? Object.values(template.jobs ?? {}).flatMap((job) => job.steps);
  const commands = steps.flatMap(({ run, script }) => run ?? script ?? []);
  const declared = { ...template.env, ...template.variables };

  test('name a version of this package', () => {
    const { name, version } = JSON.parse(readFileSync(`${projectRoot}package.json`, 'utf8'));
    expect(declared).toEqual({ MASKINFLYTT: `${name}@${version}` });
  });

  test('end with the findings where there are errors, and leave the reports all the same', async () => {
    const { codes, files, summary, root } = await runAll(commands, 'two-phases');
    expect(codes).toEqual([0, 1, 0]);
    expect(files).toEqual(leftBehind[file]);
    execFileSync('git', ['apply', '--check', join(root, 'maskinflytt.patch')], { cwd: summary.repo });
    if (file.startsWith('github')) expect(readFileSync(summary.file, 'utf8')).toContain('config/custom-path');
  });

  test('pass where nothing is wrong', async () => {
    const { codes, files } = await runAll(commands, 'docs-2026-studio-managed');
    expect(codes).toEqual([0, 0, 0]);
    expect(files).toEqual(leftBehind[file]?.filter((name) => name !== 'maskinflytt.patch'));
  });
});

async function runAll(commands: readonly string[], fixture: string) {
  const repo = repoOfFixture(fixture);
  const staging = emptyFolder();
  const home = emptyFolder();
  const bin = join(programs, 'bin');
  mkdirSync(bin, { recursive: true });
  const summary = { file: join(home, 'summary.md'), repo };
  const env = {
    PATH: [bin, process.env.PATH].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
    npm_config_prefix: programs,
    npm_config_offline: 'true',
    MASKINFLYTT: tarball,
    BUILD_ARTIFACTSTAGINGDIRECTORY: staging,
    GITHUB_STEP_SUMMARY: summary.file,
  };
  const codes: number[] = [];
  for (const command of commands) {
    const { code } = await runProcess('bash', ['-eo', 'pipefail', '-c', command], { cwd: repo, env, seconds: 100 });
    codes.push(code);
  }
  const root = existsSync(join(repo, 'maskinflytt.html')) ? repo : staging;
  const files = readdirSync(root).filter((name) => name.startsWith('maskinflytt'));
  return { codes, files: files.sort(), summary, root };
}
