import type { LegacyIdentity } from '../../app/clients/identity.ts';
import { holdsSecret } from '../../files/secret-text.ts';
import { commandLine } from '../command-line.ts';
import { defaultDecisions, openDecisions } from '../open-decisions.ts';
import { type Entry, paragraphOf, task, verified } from './checklist.ts';
import { type ChecklistFacts, placeIn } from './facts.ts';

/** What was decided of each legacy identity, what holds until somebody does, and what is still to be decided. */
export function decisionEntries(facts: ChecklistFacts): readonly Entry[] {
  const { app, words } = facts;
  const { checklist } = words;
  const open = openDecisions(app);
  const [first] = open;
  return [
    ...open.map(({ name, isSection, at, choices }) =>
      task(
        `decision ${name.toLowerCase()}`,
        'vital',
        checklist.toDecide(name, isSection ? [] : [placeIn(facts, at)], choices),
      ),
    ),
    ...(first === undefined
      ? []
      : [
          paragraphOf(
            'work',
            checklist.howToDecide(commandLine(['--decide', `${first.name}=${first.choices[0] ?? 'studio'}`])),
          ),
        ]),
    ...defaultDecisions(app).map(({ name, choices }) => {
      const others = choices.filter((choice) => choice !== 'studio');
      return task(
        `decision ${name.toLowerCase()}`,
        'work',
        checklist.byDefault(
          name,
          others.map((choice) => commandLine(['--decide', `${name}=${choice}`])),
        ),
      );
    }),
    ...app.identities.flatMap((identity) => {
      const { decision, isDecided } = identity;
      if (decision === 'undecided' || !isDecided) return [];
      const name = nameOf(identity);
      return [verified(`decision ${name.toLowerCase()}`, checklist.decided(name, decision))];
    }),
  ];
}

/** The section is what people call it; of one without, the clients are what there is to name. */
function nameOf({ section, clients }: LegacyIdentity): string {
  return section !== null && !holdsSecret(section) ? section : (clients[0] ?? '');
}
