import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { refuse } from '../../../scripts/command-line.ts';
import { audit } from '../../../src/commands/audit.ts';
import type { Output } from '../../../src/commands/choices.ts';
import { fix } from '../../../src/commands/fix.ts';
import { phases } from '../../../src/rules/finding.ts';
import type { Tree } from '../input/tree.ts';
import { choicesFor } from '../whole/choices.ts';
import { families } from './families.ts';

const silent: Output = { isTerminal: false, data: () => undefined, talk: () => undefined, progress: () => undefined };

/**
 * How the work grows with the input. Each family is audited and fixed in three sizes, each twice the one before; a last
 * ratio of 2 is work in proportion, 4 is a square. Times are those of the processor, and still only a hint on a busy
 * machine: look at what stays well above 2.
 */
export async function measureGrowth(words: string, scale: number): Promise<void> {
  const chosen = families.filter(({ name }) => name.includes(words));
  if (chosen.length === 0)
    refuse(`--only takes words of ${families.map(({ name }) => name).join(', ')}, not '${words}'`);
  console.log('| family | size | audit, ms | ratio | fix, ms | ratio |\n| --- | --- | --- | --- | --- | --- |');
  await measured(families[0]?.tree(5) ?? new Map());
  for (const { name, size, tree } of chosen) {
    const first = Math.ceil(size * scale);
    const runs = [];
    for (const n of [first, 2 * first, 4 * first]) runs.push(await measured(tree(n)));
    const [, middle, last] = runs;
    if (middle === undefined || last === undefined) continue;
    const ratio = (part: 'audit' | 'fix') => (last[part] / Math.max(1, middle[part])).toFixed(1);
    const row = [name, 4 * first, Math.round(last.audit), ratio('audit'), Math.round(last.fix), ratio('fix')];
    console.log(`| ${row.join(' | ')} |`);
  }
}

async function measured(tree: Tree): Promise<{ readonly audit: number; readonly fix: number }> {
  const root = mkdtempSync(join(tmpdir(), 'maskinflytt-growth-'));
  try {
    for (const [path, entry] of tree) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      if (entry.kind === 'file') writeFileSync(join(root, path), entry.bytes);
    }
    const choices = choicesFor([root], 'en', null);
    const audited = await timed(() => audit(choices, [{ name: 'json', file: null }], silent));
    const fixed = await timed(async () => {
      for (const phase of phases)
        await fix(
          {
            ...choices,
            phase,
            fixes: 'review',
            delivery: { kind: 'print', reverse: false },
            assurances: { scopesAdded: true, productionVerified: true },
            confirm: null,
          },
          silent,
        );
    });
    return { audit: audited, fix: fixed };
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
