import { createInterface } from 'node:readline/promises';
import type { ProposedChange } from '../commands/fix-choices.ts';
import { printable } from '../report/display-width.ts';
import type { Words } from '../words/words.ts';

/** Asks on stderr, so that the patch on stdout stays a patch; no answer is a no. */
export function asker(words: Words): (change: ProposedChange) => Promise<boolean> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const answers = lines[Symbol.asyncIterator]();
  process.once('SIGINT', () => process.exit(130));
  return async ({ label, message, diff }) => {
    process.stderr.write(printable(`\n${message}\n${diff}${words.fix.ask(label)}`));
    const answer = await answers.next();
    if (answer.done === true || process.stdin.isTTY !== true) process.stderr.write('\n');
    return answer.done !== true && /^\s*(y|yes|j|ja)\s*$/i.test(answer.value);
  };
}
