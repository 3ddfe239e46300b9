import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '../../../src/commands/audit.ts';
import type { Choices, Output } from '../../../src/commands/choices.ts';
import { readConfig } from '../../../src/commands/config.ts';
import { findConfig } from '../../../src/commands/find-config.ts';
import { fix } from '../../../src/commands/fix.ts';
import type { Delivery } from '../../../src/commands/fix-choices.ts';
import { formatNames } from '../../../src/commands/formats.ts';
import { WrongUse } from '../../../src/commands/wrong-use.ts';
import type { Phase } from '../../../src/rules/finding.ts';

/** What a command came to; 2 and the sentence for wrong use, as at the command line. */
export interface Ran {
  readonly code: number;
  readonly data: string;
  readonly talk: string;
}

const formats = formatNames.filter((name) => name !== 'json');

/** One audit in every format; JSON is the data, the others are talk. */
export async function audited(root: string, choices: Choices): Promise<Ran> {
  const places = formats.map((name) => ({ name, file: join(root, '..', `report.${name}`) }));
  const ran = await run((output) => audit(withConfig(choices), [{ name: 'json', file: null }, ...places], output));
  const shown = places.flatMap(({ file }) => (existsSync(file) ? [readFileSync(file, 'utf8')] : []));
  return { ...ran, talk: [ran.talk, ...shown].join('\n') };
}

export function fixed(choices: Choices, phase: Phase, delivery: Delivery): Promise<Ran> {
  return run((output) =>
    fix(
      {
        ...withConfig(choices),
        phase,
        fixes: 'review',
        delivery,
        assurances: { scopesAdded: true, productionVerified: true },
        confirm: null,
      },
      output,
    ),
  );
}

/** What `run` of the command line does before it starts a command. */
function withConfig(choices: Choices): Choices {
  const file = findConfig(choices.paths);
  return file === null ? choices : { ...choices, config: readConfig(file, choices.words, 'found') };
}

async function run(command: (output: Output) => Promise<number>): Promise<Ran> {
  let data = '';
  let talk = '';
  const output: Output = {
    isTerminal: false,
    data: (text) => {
      data += text;
    },
    talk: (text) => {
      talk += `${text}\n`;
    },
    progress: () => undefined,
  };
  try {
    return { code: await command(output), data, talk };
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    return { code: 2, data, talk: talk + error.message };
  }
}
