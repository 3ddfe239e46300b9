import { named, unheardBefore } from './differences.ts';
import type { Pair } from './fixtures.ts';
import { type Compared, compare, hearAlone } from './judge.ts';
import type { Answer } from './protocol.ts';

/** What became of a pair: what was heard, and what is wrong with it. */
export interface Judged {
  readonly pair: Pair;
  readonly compared: readonly Compared[];
  readonly named: number;
  readonly failures: readonly string[];
}

export function judge(pair: Pair, answers: ReadonlyMap<string, Answer>): Judged {
  const [before, after] = [answerTo(pair.before.start.id, answers), answerTo(pair.after.start.id, answers)];
  const isSilentBefore = Object.hasOwn(unheardBefore, pair.fixture) && before.error !== null;
  const ended = (isSilentBefore ? null : before.error) ?? after.error;
  if (ended !== null) return { pair, compared: [], named: 0, failures: [`${pair.fixture} was not heard: ${ended}`] };
  const compared = isSilentBefore ? hearAlone(after) : compare(before, after);
  const differing = compared.flatMap(({ name, verdict }) => (verdict.kind === 'differs' ? [{ name, ...verdict }] : []));
  const unknown = differing.filter((one) => !named.some((known) => fits(known, pair, one)));
  const told = unknown.map((one) => `${pair.fixture}: ${one.name}: before ${one.before}, after ${one.after}`);
  const mute = compared.length === 0 ? [`${pair.fixture}: nothing in it asks for a token`] : [];
  return { pair, compared, named: differing.length - unknown.length, failures: [...told, ...mute] };
}

function fits(
  known: (typeof named)[number],
  { fixture }: Pair,
  heard: { readonly name: string; readonly before: string; readonly after: string },
): boolean {
  const isSame = known.fixture === fixture && known.name.test(heard.name);
  return isSame && known.before.test(heard.before) && known.after.test(heard.after);
}

function answerTo(id: string, answers: ReadonlyMap<string, Answer>): Answer {
  const answer = answers.get(id);
  if (answer === undefined) throw new Error(`${id} was not run`);
  return answer;
}
