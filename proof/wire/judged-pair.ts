import { type Decided, mayStay } from './decided.ts';
import { type Excuse, type Excuses, excuses as known } from './differences.ts';
import { type Compared, compareSwitched, compareUnswitched, hearAlone } from './judge.ts';
import type { Step } from './moments.ts';
import { type Answer, defaultSection } from './protocol.ts';

/** What is heard twice. */
export interface Subject {
  readonly fixture: string;
  readonly step: Step;
  /** The clients that the tool has found before, and what is decided of each. */
  readonly clients: readonly Decided[];
  readonly line: string;
}

/** What was heard, and what is wrong with it. */
export interface Judged {
  readonly compared: readonly Compared[];
  /** What the tables of `differences.ts` were needed for. */
  readonly used: readonly Excuse[];
  readonly failures: readonly string[];
}

export function judge(subject: Subject, before: Answer, after: Answer, excuses: Excuses = known): Judged {
  const { fixture, step } = subject;
  const unheard = excuses.unheardBefore.filter((one) => one.fixture === fixture && before.error !== null);
  const isUnheard = unheard.length > 0;
  if (isUnheard && step === 'prepare') return { compared: [], used: unheard, failures: [] };
  const ended = (isUnheard ? null : before.error) ?? after.error;
  const at = `${fixture}, ${step}`;
  if (ended !== null) return { compared: [], used: [], failures: [`${at} was not heard: ${ended}`] };
  const compared = isUnheard
    ? hearAlone(after)
    : (step === 'switch' ? compareSwitched : compareUnswitched)(before, after);
  const judgements = compared.map((one) => judgeOne(subject, one, before, excuses));
  const mute = compared.length === 0 && step === 'switch' ? [`${at}: nothing in it asks for a token`] : [];
  const lost =
    step === 'prepare' ? [] : overridden(subject, after).map((key) => `${at}: ${key} is not what Studio provisions`);
  return {
    compared,
    used: [...unheard, ...judgements.flatMap(({ used }) => used)],
    failures: [
      ...judgements.flatMap(({ failures }) => failures).map((failure) => `${at}: ${failure}`),
      ...mute,
      ...lost,
    ],
  };
}

/** Keys of the default section that somebody else supplies than Studio. From 9 on nothing reads that section. */
function overridden({ line }: Subject, { sections, providers }: Answer): readonly string[] {
  if (line === '9') return [];
  const settings = Object.entries(sections[defaultSection] ?? {}).map(
    ([key, one]) => [key.toLowerCase(), one] as const,
  );
  return ['authority', 'clientid', 'jwk:kid'].filter((key) => {
    const setting = settings.find(([own]) => own === key)?.[1];
    return setting === undefined || providers[setting.provider] !== 'file:maskinporten-settings.json';
  });
}

/** Entries that nothing needed any more. */
export function staleIn(judged: readonly Judged[], excuses: Excuses = known): readonly string[] {
  const used = new Set(judged.flatMap((one) => one.used));
  const all: readonly Excuse[] = [
    ...excuses.named,
    ...excuses.unmoved,
    ...excuses.notCovered,
    ...excuses.unheardBefore,
  ];
  return all.filter((one) => !used.has(one)).map((one) => `${one.fixture}: nothing needs the excuse “${one.because}”`);
}

function judgeOne(
  { fixture, step, clients }: Subject,
  { name, verdict }: Compared,
  before: Answer,
  { named, unmoved, notCovered }: Excuses,
): { readonly used: readonly Excuse[]; readonly failures: readonly string[] } {
  switch (verdict.kind) {
    case 'moved':
    case 'unmasked':
      return { used: [], failures: [] };
    case 'unchanged': {
      const seen = before.seen.find((one) => `${one.deed} ${one.name}` === name);
      if (step !== 'switch' || seen === undefined || mayStay(seen, clients)) return { used: [], failures: [] };
      const used = unmoved.filter((one) => one.fixture === fixture && one.name.test(name));
      return { used, failures: used.length > 0 ? [] : [`${name} is to move, and does as before`] };
    }
    case 'not-covered': {
      const used = notCovered.filter(
        (one) => one.fixture === fixture && one.name.test(name) && one.error.test(verdict.error),
      );
      const isHarmless = used.length > 0 || step !== 'switch';
      return { used, failures: isHarmless ? [] : [`${name} sends no request: ${verdict.error}`] };
    }
    case 'differs': {
      const used = named.filter(
        (one) =>
          one.fixture === fixture &&
          (one.step ?? 'switch') === step &&
          one.name.test(name) &&
          one.before.test(verdict.before) &&
          one.after.test(verdict.after),
      );
      const told = `${name}: before ${verdict.before}, after ${verdict.after}`;
      return { used, failures: used.length > 0 ? [] : [told] };
    }
  }
}
