import { createInterface } from 'node:readline/promises';
import type { Choices } from '../commands/choices.ts';
import type { Delivery } from '../commands/deliver.ts';
import type { FixChoices } from '../commands/fix.ts';
import { WrongUse } from '../commands/wrong-use.ts';
import type { OptionName, Words } from '../words/words.ts';
import type { Parsed } from './parse.ts';
import { oneOf } from './run.ts';

export function fixChoices(choices: Choices, parsed: Parsed): FixChoices {
  const { words } = choices;
  const value = (name: OptionName) => parsed.values.get(name)?.[0];
  const flag = (name: OptionName) => parsed.flags.get(name) === true;
  const phase = oneOf('--phase', value('phase'), ['next', 'prepare', 'switch', 'cleanup'], words) ?? 'next';
  return {
    ...choices,
    phase,
    fixes: oneOf('--fixes', value('fixes'), ['safe', 'review'], words) ?? 'review',
    delivery: deliveryOf(value, flag, words),
    assurances: { scopesAdded: flag('scopes-added'), productionVerified: flag('production-verified') },
    confirm: flag('interactive') ? asker(words) : async () => true,
  };
}

function deliveryOf(
  value: (name: OptionName) => string | undefined,
  flag: (name: OptionName) => boolean,
  words: Words,
): Delivery {
  const file = value('output');
  const folder = value('output-dir');
  const writes = flag('commit') ? '--commit' : flag('write') ? '--write' : null;
  const places = [file && '--output', folder && '--output-dir', writes, writes && flag('reverse') && '--reverse'];
  const [one, other] = places.filter((place) => typeof place === 'string' && place !== '');
  if (typeof one === 'string' && typeof other === 'string') throw new WrongUse(words.misuse.together(one, other));
  if (writes !== null) return { kind: 'write', commit: flag('commit'), allowDirty: flag('allow-dirty') };
  const reverse = flag('reverse');
  if (file !== undefined) return { kind: 'file', file, reverse };
  return folder === undefined ? { kind: 'print', reverse } : { kind: 'folder', folder, reverse };
}

/** Asks on stderr, so that the patch on stdout stays a patch; no answer is a no. */
function asker(words: Words): (label: string) => Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  lines.on('close', () => undefined);
  return async (label) => {
    process.stderr.write(words.fix.ask(label));
    const answer = await answers.next();
    return answer.done !== true && /^\s*(y|yes|j|ja)\s*$/i.test(answer.value);
  };
}
