import type { AuditedApp } from '../audited-app.ts';
import { nextPhase } from '../audited-app.ts';
import { plain, strong } from '../page/page.ts';
import { standingOf } from '../standing.ts';
import { type Checklist, type Entry, lineOf, paragraphOf } from './checklist.ts';
import { type Asked, type ChecklistFacts, checklistFacts } from './facts.ts';
import { isDone } from './patch-entries.ts';
import { isRemovalThatSwitches } from './phase-of.ts';
import { sectionsFor } from './sections.ts';

export interface ChecklistAsked extends Asked {
  /** Whether it is part of a page that says how the app stands. */
  readonly isPart: boolean;
}

/** What people have to do for one app, in the order of the procedure, as far as it goes for where the app stands. */
export function appChecklist(audited: AuditedApp, asked: ChecklistAsked): Checklist {
  const facts = checklistFacts(audited, asked);
  const { location, metadata } = facts.app;
  const id = metadata.kind === 'known' ? metadata.id : null;
  const name = id ?? asked.words.terminal.unnamedApp;
  const standing = asked.isPart ? [] : [{ heading: null, entries: standingEntries(facts) }];
  return {
    about: `${id ?? ''} ${location.path}`,
    title: lineOf(asked.words.checklist.title(location.path === '.' ? [name] : [name, location.path])),
    sections: [...standing, ...sectionsFor(facts)].filter(({ entries }) => entries.length > 0),
  };
}

/** What is the switch by what it does is not for preparing, whatever its rule says. */
function phaseAhead(facts: ChecklistFacts): ReturnType<typeof nextPhase> {
  const phase = nextPhase(facts.audited);
  const isMoved = facts.open.some(({ finding }) => isRemovalThatSwitches(facts, finding));
  return phase === 'prepare' && isMoved && isDone(facts, 'prepare') ? 'switch' : phase;
}

function standingEntries(facts: ChecklistFacts): readonly Entry[] {
  const { app, status, trigger, words } = facts;
  const { page, checklist } = words;
  const phase = phaseAhead(facts);
  const isOwnSwitch = status === 'own' && phase === 'switch';
  const labelled = (label: string, said: string): Entry => ({
    kind: 'paragraph',
    weight: 'vital',
    line: [strong(`${label}:`), plain(` ${said}`)],
    detail: [],
  });
  return [
    ...(trigger.event === 'none' ? [] : [labelled(page.trigger, words.trigger(trigger))]),
    ...(status === 'studio' && trigger.event === 'never' ? [] : [labelled(page.status, `${standingOf(app, words)}.`)]),
    ...(phase === 'done'
      ? []
      : [
          labelled(
            checklist.nextPhase,
            `${words.phase[phase]} – ${isOwnSwitch ? checklist.ownSwitch : words.phaseIs[phase]}.`,
          ),
        ]),
    paragraphOf('side', checklist.legend),
  ];
}
