import { type Phase, phases } from '../../../src/rules/finding.ts';
import type { Target } from '../../../src/target.ts';
import { type Entry, fileOf, type Tree, textOf } from '../input/tree.ts';
import type { Random } from '../random.ts';

/** What is asked about an input. */
export interface Terms {
  readonly target: Target | null;
  readonly lang: 'en' | 'nb';
  /** Those that are planned. */
  readonly phases: readonly Phase[];
}

/** The terms stand in the input, as a file that means nothing to the tool: so it says all there is to know of a failure. */
const path = 'fuzz-terms';

export function withTerms(tree: Tree, random: Random): Tree {
  const words = [random.pick(['', '', 'v8', 'v9']), random.pick(['en', 'nb']), random.pick(['switch', ...phases])];
  return new Map<string, Entry>([...tree, [path, fileOf(words.join(' '))]]);
}

export function termsOf(tree: Tree): Terms {
  const words = textOf(tree, path).split(' ');
  const asked = phases.filter((phase) => words.includes(phase));
  return {
    target: words.includes('v9') ? 'v9' : words.includes('v8') ? 'v8' : null,
    lang: words.includes('nb') ? 'nb' : 'en',
    phases: asked.length === 0 ? phases : asked,
  };
}
