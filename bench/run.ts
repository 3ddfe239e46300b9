import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * How long an audit takes, as ratios against programs measured in the same run: a machine's speed drifts, ratios hold.
 * `npm run bench` prints the table; `npm run bench -- 9` takes nine rounds instead of five.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.argv[2] ?? 5);
const workplace = mkdtempSync(join(tmpdir(), 'maskinflytt-bench-'));

interface Contest {
  readonly name: string;
  readonly aim: string;
  readonly ours: readonly string[];
  readonly against: readonly [name: string, ...command: string[]];
}

try {
  const apps = generateApps(300);
  const tree = generateTree(4_000);
  const node = ['node -e 0', process.execPath, '-e', '0'] as const;
  const words = ['-e', 'Maskinporten', '-e', 'AddAzureKeyVault', '-e', 'ConnectToKeyVault'];
  const contests: readonly Contest[] = [
    { name: 'one legacy app', aim: '≤ 4', ours: audit(appAt('custom-path-literal')), against: node },
    { name: 'one app without Maskinporten', aim: '≤ 2', ours: audit(appAt('v4-startup')), against: node },
    { name: '--help', aim: '–', ours: [`${root}bin/maskinflytt.js`, '--help'], against: node },
    { name: '300 apps', aim: '≤ 8', ours: audit(apps), against: ['rg', 'rg', '-c', ...words, apps] },
    { name: '4,000 C# files', aim: '–', ours: audit(tree), against: ['rg', 'rg', '-c', ...words, tree] },
  ];
  console.log('| what | ours, median s | against | median s | ratio | aim |\n| --- | --- | --- | --- | --- | --- |');
  for (const contest of contests) console.log(row(contest));
} finally {
  rmSync(workplace, { recursive: true, force: true });
}

function audit(path: string): readonly string[] {
  return [`${root}bin/maskinflytt.js`, 'audit', '--format', 'json', '--fail-on', 'never', path];
}

function row({ name, aim, ours, against: [rival, command, ...args] }: Contest): string {
  const pairs = Array.from(
    { length: rounds + 1 },
    () => [time(process.execPath, ours), time(command ?? '', args)] as const,
  ).slice(1);
  const [own, others] = [median(pairs.map(([one]) => one)), median(pairs.map(([, other]) => other))];
  const ratio = median(pairs.map(([one, other]) => one / other));
  const shown = Number.isFinite(others) ? [others.toFixed(3), ratio.toFixed(1)] : ['not on this machine', '–'];
  return `| ${[name, own.toFixed(3), rival, ...shown, aim].join(' | ')} |`;
}

/** Seconds; infinity when the program is not there. */
function time(command: string, args: readonly string[]): number {
  const start = performance.now();
  const { error, status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (error) return Number.POSITIVE_INFINITY;
  if (command === process.execPath && status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A fixture's app outside any repo, so that no walk of this one is measured. */
function appAt(fixture: string): string {
  const folder = join(workplace, fixture);
  cpSync(`${root}fixtures/${fixture}/app`, folder, { recursive: true });
  mkdirSync(join(folder, '.git'));
  return folder;
}

function generateApps(count: number): string {
  const folder = join(workplace, 'apps');
  const fixtures = ['custom-path-literal', 'clean-v8', 'british-spelling', 'v7-app', 'default-path', 'v4-startup'];
  for (let index = 0; index < count; index++) {
    const app = join(folder, `app-${index}`);
    cpSync(`${root}fixtures/${fixtures[index % fixtures.length]}/app`, app, { recursive: true });
    mkdirSync(join(app, '.git'));
  }
  return folder;
}

/** One app with many ordinary files: services, models and handlers, none of which mentions Maskinporten. */
function generateTree(count: number): string {
  const folder = join(workplace, 'tree');
  cpSync(`${root}fixtures/custom-path-constant/app`, folder, { recursive: true });
  mkdirSync(join(folder, '.git'));
  for (let index = 0; index < count; index++) {
    const place = join(folder, 'App', 'generated', String(index % 40));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `Handler${index}.cs`), handler(index));
  }
  return folder;
}

function handler(index: number): string {
  const methods = Array.from(
    { length: 12 },
    (_, method) => `
    /// <summary>Step ${method} of handler ${index}.</summary>
    public async Task<string> Step${method}(string id, int count = ${method})
    {
        if (string.IsNullOrWhiteSpace(id)) throw new ArgumentException($"No id in step {count}", nameof(id));
        var items = await _store.Where(item => item.Id == id && item.Count > count).Select(item => item.Name).ToListAsync();
        return string.Join(", ", items.OrderBy(name => name));
    }`,
  );
  return `using System;\nusing System.Linq;\nusing System.Threading.Tasks;\n\nnamespace Generated.Part${index % 40};\n\npublic class Handler${index}(IStore _store)\n{${methods.join('\n')}\n}\n`;
}
