import { openSync, writeSync } from 'node:fs';
import { loadCSharp } from '../../src/syntax/csharp/parser.ts';
import { loadYaml } from '../../src/syntax/yaml/loading.ts';
import { type Recipe, treeFrom } from './input/recipe.ts';
import { randomFrom } from './random.ts';
import type { Target } from './target.ts';
import { targets } from './targets.ts';
import { type Failure, tryInput } from './try-input.ts';

/** What the parent asks of a process of its own, which may hang or die. */
export type Order =
  | {
      readonly kind: 'go-on';
      readonly target: string;
      readonly seed: string;
      readonly from: number;
      readonly forMs: number;
      readonly progress: string;
    }
  | { readonly kind: 'try'; readonly recipe: Recipe };

export type Answer =
  /** Everything is loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'failure'; readonly number: number; readonly failure: Failure }
  | { readonly kind: 'pause'; readonly next: number; readonly slowest: Slowest; readonly peakMb: number }
  | { readonly kind: 'tried'; readonly failure: Failure | null };

export interface Slowest {
  readonly number: number;
  readonly ms: number;
}

export function inputOf(target: Target, seed: string, number: number) {
  return target.generate(randomFrom(`${seed} ${target.name} ${number}`));
}

export function targetNamed(name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found === undefined) throw new Error(`no target is called ${name}`);
  return found;
}

const say = (answer: Answer) => process.send?.(answer);

async function goOn({ target: name, seed, from, forMs, progress }: Extract<Order, { kind: 'go-on' }>): Promise<void> {
  const target = targetNamed(name);
  const file = openSync(progress, 'w');
  const end = performance.now() + forMs;
  let slowest: Slowest = { number: from, ms: 0 };
  let number = from;
  for (; performance.now() < end; number++) {
    // Written at once, so that it is known even when nothing else is said any more.
    writeSync(file, String(number).padStart(12), 0);
    const { ms, failure } = await tryInput(target, inputOf(target, seed, number));
    if (ms > slowest.ms) slowest = { number, ms };
    if (failure !== null) say({ kind: 'failure', number, failure });
  }
  say({ kind: 'pause', next: number, slowest, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) });
}

if (process.send !== undefined && process.argv.includes('--child')) {
  await loadCSharp();
  await loadYaml();
  process.on('message', async (order: Order) => {
    if (order.kind === 'go-on') await goOn(order);
    else
      say({
        kind: 'tried',
        failure: (await tryInput(targetNamed(order.recipe.target), treeFrom(order.recipe))).failure,
      });
  });
  say({ kind: 'ready' });
}
