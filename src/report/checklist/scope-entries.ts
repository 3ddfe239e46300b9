import { defaultScopes } from '../../app/scopes/default-scopes.ts';
import type { ToAddData } from '../../words/rules/scopes/to-add.ts';
import { plain } from '../page/page.ts';
import { byHand, leftToPeople, ofScopes } from './by-hand-entries.ts';
import { covering, type Entry, paragraphOf, task, verified } from './checklist.ts';
import { type ChecklistFacts, openOf } from './facts.ts';
import { vaultMovesBeforeScopes } from './vault-moves.ts';

/** What the client in the portal has, beside what the code asks for. */
export function compareEntries(facts: ChecklistFacts): readonly Entry[] {
  const { app, words } = facts;
  const { checklist } = words;
  const [toAdd] = openOf(facts, 'scopes/to-add');
  const registeredOnly = toAdd?.data.registeredOnly ?? [];
  const notRegistered = toAdd?.data.notRegistered ?? [];
  const isCompared = app.scopes.registered !== null && toAdd !== undefined;
  const isAlike = registeredOnly.length === 0 && notRegistered.length === 0;
  return [
    ...(isCompared
      ? []
      : [
          covering(task('compare', 'step', checklist.compare(sectionsIn(facts))), [
            ...sectionsIn(facts),
            ...(toAdd?.data.scopes ?? []),
          ]),
        ]),
    ...(isCompared && isAlike && toAdd.data.complete ? [verified('compare', checklist.compared)] : []),
    ...(registeredOnly.length === 0
      ? []
      : [covering(task('registered only', 'work', checklist.registeredOnly(registeredOnly)), registeredOnly)]),
    ...(notRegistered.length === 0
      ? []
      : [covering(task('not registered', 'work', checklist.notRegistered(notRegistered)), notRegistered)]),
    ...leftToPeople(facts)
      .filter(({ finding }) => ofScopes.includes(finding.rule))
      .map((one) => byHand(facts, one)),
  ];
}

/** Of the clients that move, now or by what the switch has left behind. */
function sectionsIn({ app }: ChecklistFacts): readonly string[] {
  const moving = [...app.identities, ...(app.record?.clients ?? [])].filter(({ decision }) => decision === 'studio');
  return [...new Set(moving.flatMap(({ section }) => section ?? []))];
}

/** What to add in Altinn Studio: a list to copy, or the default button. */
export function scopeEntries(facts: ChecklistFacts): readonly Entry[] {
  const { checklist } = facts.words;
  const [toAdd] = openOf(facts, 'scopes/to-add');
  const { asked, byLibraries, unresolved } = facts.app.scopes;
  const isSilent = asked.length + byLibraries.length + unresolved.length > 0;
  if (toAdd === undefined) return isSilent ? [] : [paragraphOf('side', checklist.noScopes)];
  const { data } = toAdd;
  return [
    ...whatIsBefore(facts).map((before) => paragraphOf('vital', checklist.beforeScopes[before])),
    ...adding(data, facts),
    ...(data.complete ? [] : [task('other scopes', 'work', checklist.incomplete)]),
  ];
}

function whatIsBefore(facts: ChecklistFacts): readonly ('prepare' | 'together' | 'vault')[] {
  if (vaultMovesBeforeScopes(facts)) return ['vault'];
  if (facts.trigger.event !== 'breaks-when-scopes-added') return [];
  return [openOf(facts, 'config/default-section-shared').length > 0 ? 'prepare' : 'together'];
}

/** Which of them belong in Altinn Studio, nobody has decided. */
export function undecidedScopes(facts: ChecklistFacts): readonly Entry[] {
  const [toAdd] = openOf(facts, 'scopes/to-add');
  return toAdd === undefined ? [] : [paragraphOf('step', facts.words.checklist.undecidedScopes(toAdd.data.scopes))];
}

function adding({ scopes, buttonEnough, target, first }: ToAddData, { app, words }: ChecklistFacts): readonly Entry[] {
  const { checklist } = words;
  if (buttonEnough && target === 'v9') return [paragraphOf('step', checklist.studioAddsThem(scopes))];
  const about = [checklist.scopesTakeEffect, checklist.aboutScopes(scopes)].filter((text) => text !== '').join(' ');
  // Right after the switch nobody knows yet.
  if (first === 'look-up' && app.record === null) {
    return [{ ...task('scopes', 'step', checklist.lookUpScopes), copy: scopes, covers: scopes }];
  }
  if (buttonEnough) return [covering(task('scopes', 'step', checklist.buttonEnough(scopes), [plain(about)]), scopes)];
  // Studio gives every app of v9 the default ones by itself.
  const given = target === 'v9' ? scopes.filter((scope) => defaultScopes.includes(scope)) : [];
  const copy = scopes.filter((scope) => !given.includes(scope));
  return [
    { ...task('scopes', 'step', checklist.addScopes), copy, covers: copy },
    ...(given.length === 0 ? [] : [paragraphOf('side', checklist.studioAddsThese(given))]),
    paragraphOf('side', [about]),
  ];
}
