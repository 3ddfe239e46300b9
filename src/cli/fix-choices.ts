import type { Choices } from '../commands/choices.ts';
import type { Delivery, FixChoices } from '../commands/fix-choices.ts';
import { WrongUse } from '../commands/wrong-use.ts';
import type { OptionName, Words } from '../words/words.ts';
import { asker } from './ask.ts';
import { oneOf } from './one-of.ts';
import type { Parsed } from './parse.ts';

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
    confirm: flag('interactive') ? asker(words) : null,
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
  const places = [
    file === undefined ? null : '--output',
    folder === undefined ? null : '--output-dir',
    writes,
    writes !== null && flag('reverse') ? '--reverse' : null,
  ];
  const [one, other] = places.filter((place) => place !== null);
  if (one !== undefined && other !== undefined) throw new WrongUse(words.misuse.together(one, other));
  if (writes !== null) return { kind: 'write', commit: flag('commit'), allowDirty: flag('allow-dirty') };
  const reverse = flag('reverse');
  if (file !== undefined) return { kind: 'file', file, reverse };
  return folder === undefined ? { kind: 'print', reverse } : { kind: 'folder', folder, reverse };
}
