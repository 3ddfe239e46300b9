import { posix } from 'node:path';
import { type Phase, phases } from '../../rules/finding.ts';
import type { SectionName } from '../../words/checklist.ts';
import type { Words } from '../../words/words.ts';
import { type AuditedApp, nextPhase } from '../audited-app.ts';
import { plain, strong } from '../page/page.ts';
import type { PhasePatch } from '../phase-patch.ts';
import { standingOf } from '../standing.ts';
import { beforeEntries, rightsEntry, versionEntry } from './before-entries.ts';
import { callEntries } from './call-entries.ts';
import { type Checklist, type Entry, lineOf, paragraphOf, type Section, task } from './checklist.ts';
import { decisionEntries } from './decision-entries.ts';
import { productionEntries, testEntries } from './deploy-entries.ts';
import { type ChecklistFacts, checklistFacts, commandFor } from './facts.ts';
import { localEntries } from './local-entries.ts';
import { doneEntry, isDone, phaseEntries } from './patch-entries.ts';
import { rollbackEntries } from './rollback-entries.ts';
import { compareEntries, scopeEntries } from './scope-entries.ts';
import { retireEntries } from './secret-entries.ts';
import { unseenEntries } from './unseen-entries.ts';

export interface ChecklistAsked {
  readonly patches: readonly PhasePatch[];
  /** That a command must repeat to mean the same. */
  readonly options: readonly string[];
  readonly rulesLeftOut: boolean;
  /** Whether it is part of a page that says how the app stands. */
  readonly isPart: boolean;
  readonly words: Words;
}

/** What people have to do for one app, in the order of the procedure, as far as it goes for where the app stands. */
export function appChecklist(audited: AuditedApp, asked: ChecklistAsked): Checklist {
  const facts = checklistFacts(audited, asked);
  const { app, words } = facts;
  const name = app.metadata.kind === 'known' ? app.metadata.id : words.terminal.unnamedApp;
  const isWhole = app.location.path === '.';
  const shown = isWhole ? name : `${name} · ${app.location.path}`;
  const sections = [
    { heading: null, entries: asked.isPart ? [] : standing(audited, facts) },
    ...sectionsFor(facts, audited),
  ];
  return {
    about: `${app.metadata.kind === 'known' ? app.metadata.id : ''} ${posix.normalize(app.location.path)}`,
    title: lineOf(words.checklist.title(shown)),
    sections: sections.filter(({ entries }) => entries.length > 0),
  };
}

function standing(audited: AuditedApp, facts: ChecklistFacts): readonly Entry[] {
  const { app, status, trigger, words } = facts;
  const { page, checklist } = words;
  const phase = nextPhase(audited);
  const labelled = (label: string, said: string): Entry => ({
    kind: 'paragraph',
    weight: 'vital',
    line: [strong(`${label}:`), plain(` ${said}`)],
    detail: [],
  });
  return [
    ...(status === 'studio' && trigger.event === 'never' ? [] : [labelled(page.status, `${standingOf(app, words)}.`)]),
    ...(trigger.event === 'none' ? [] : [labelled(page.trigger, words.trigger(trigger))]),
    ...(phase === 'done' ? [] : [labelled(checklist.nextPhase, `${words.phase[phase]} – ${words.phaseIs[phase]}.`)]),
    paragraphOf('side', checklist.legend),
  ];
}

function sectionsFor(facts: ChecklistFacts, audited: AuditedApp): readonly Section[] {
  const { app, status, trigger, words } = facts;
  const { checklist } = words;
  const section = (name: SectionName, entries: readonly Entry[]): Section => ({
    heading: checklist.sections[name],
    entries,
  });
  const unseen = section('unseen', unseenEntries(facts));
  const asIs: readonly Section[] = [
    section('before', [...phaseEntries(facts, 'prepare', [null]), ...versionEntry(facts), ...rightsEntry(facts)]),
    section('code', phaseEntries(facts, 'switch')),
    section('cleanup', phaseEntries(facts, 'cleanup')),
  ];
  if (status === 'none') {
    return [{ heading: null, entries: [paragraphOf('vital', checklist.nothingToMove)] }, ...asIs, unseen];
  }
  if (status === 'blocked') {
    return [
      { heading: null, entries: [paragraphOf('vital', checklist.upgradeFirst)] },
      section('before', [...decisionEntries(facts), ...byPhase(facts)]),
      section('scopes', []),
      unseen,
    ];
  }
  if (status === 'own') {
    return [
      { heading: null, entries: [paragraphOf('vital', checklist.staysAsDecided)] },
      section('before', [...decisionEntries(facts), ...byPhase(facts)]),
      section('verify', callEntries(facts)),
      section('local', [paragraphOf('side', checklist.ownClient)]),
      unseen,
    ];
  }
  if (status === 'studio' && trigger.event === 'none' && app.record === null) {
    return [
      { heading: null, entries: [paragraphOf('vital', checklist.managedByStudio)] },
      ...asIs.slice(0, 1),
      section('scopes', scopeEntries(facts)),
      ...asIs.slice(1),
      section('local', localEntries(facts)),
      unseen,
    ];
  }
  const open = app.identities.filter(({ decision }) => decision === 'undecided').length;
  return [
    ...(open === 0 ? [] : [{ heading: null, entries: [paragraphOf('vital', checklist.decideFirst(open))] }]),
    section('before', beforeEntries(facts)),
    section('compare', compareEntries(facts)),
    section('scopes', scopeEntries(facts)),
    section('code', [
      ...phaseEntries(facts, 'switch'),
      ...(isDone(facts, 'switch') ? [doneEntry(facts, 'switch')] : []),
    ]),
    section('test', testEntries(facts)),
    section('verify', callEntries(facts)),
    section('production', productionEntries(facts)),
    section('cleanup', [...cleanupEntries(facts, nextPhase(audited)), ...retireEntries(facts)]),
    section('local', localEntries(facts)),
    section('rollback', rollbackEntries(facts)),
    unseen,
  ];
}

function byPhase(facts: ChecklistFacts): readonly Entry[] {
  return phases.flatMap((phase) => phaseEntries(facts, phase, phase === 'prepare' ? [null] : []));
}

/** What is left over is seen only when the switch is done. */
function cleanupEntries(facts: ChecklistFacts, next: Phase | 'done'): readonly Entry[] {
  const entries = phaseEntries(facts, 'cleanup');
  if (next === 'done') return [...entries, ...(isDone(facts, 'cleanup') ? [doneEntry(facts, 'cleanup')] : [])];
  if (next === 'cleanup') return entries;
  return [
    ...entries,
    task('cleanup later', 'work', facts.words.checklist.cleanupLater(commandFor(facts, 'fix', ['--phase', 'cleanup']))),
  ];
}
