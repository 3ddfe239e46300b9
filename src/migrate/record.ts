import type { App } from '../app/app.ts';
import { type LegacyClient, legacyClients } from '../app/record/legacy-clients.ts';
import { type RecordedClient, recordPath } from '../app/record/migration-record.ts';
import { joinClients, recordText } from '../app/record/record-text.ts';
import { isDefaultSection } from '../app/settings/section.ts';
import { tierOf } from '../rules/finding.ts';
import type { RuleId } from '../words/rule-words.ts';
import type { SettledFinding } from './settle.ts';

/** The migration record as a change leaves it; null stands for none. */
export interface RecordChange {
  readonly file: string;
  readonly text: string | null;
}

/** What the switch has to leave behind: afterwards the code names neither the old section nor the old secrets. */
export function recordAfterSwitch(before: App, after: App): RecordChange | null {
  const moved = movedClients(before, after);
  const file = recordPath(before.location.path);
  // What cannot be read is not written over: that is said of the file.
  if (moved.length === 0 || (before.record === null && before.workspace.read(file).kind !== 'missing')) return null;
  const text = recordText({ clients: joinClients(before.record?.clients ?? [], moved) });
  return { file, text: withLineEndsOf(before, file, text) };
}

/** Those that were there before and are not there any more, whichever rule saw to that. */
function movedClients(before: App, after: App): readonly RecordedClient[] {
  const gone = withoutThose(legacyClients(before), legacyClients(after));
  const onDefault = gone.filter(({ section }) => section !== null && isDefaultSection(section));
  // Keys in the default section need telling only where no client of that section tells of them.
  const isTold = onDefault.some(({ kind }) => kind !== 'settings');
  return gone.filter(({ kind }) => kind !== 'settings' || !isTold).map(({ kind: _, ...client }) => client);
}

/**
 * An id tells clients of one section in one file apart by their order alone, so when one of them goes, another has its
 * id: what they ask for tells them apart first. Of two that are alike in that too, either may be said to have gone.
 */
function withoutThose(clients: readonly LegacyClient[], left: readonly LegacyClient[]): readonly LegacyClient[] {
  const likenesses: readonly ((one: LegacyClient, other: LegacyClient) => boolean)[] = [
    (one, other) => one.id === other.id && isAlike(one, other) && isOfOneClient(one, other),
    (one, other) => isOfOneGroup(one, other) && isAlike(one, other),
    (one, other) => isOfOneGroup(one, other),
  ];
  let gone = clients;
  let unmatched = left;
  for (const isSame of likenesses) {
    for (const other of unmatched) {
      const match = gone.find((one) => isSame(one, other));
      if (match === undefined) continue;
      gone = gone.filter((one) => one !== match);
      unmatched = unmatched.filter((one) => one !== other);
    }
  }
  return gone;
}

function isOfOneGroup(one: LegacyClient, other: LegacyClient): boolean {
  const isSameSection = one.section?.toLowerCase() === other.section?.toLowerCase();
  // The code comes first; keys that only settings hold stand in none, and may go from one file and stay in another.
  const isSamePlace = one.kind === 'settings' ? isOfOneClient(one, other) : one.files[0] === other.files[0];
  return one.kind === other.kind && isSameSection && isSamePlace;
}

function isOfOneClient({ clientIdHashes }: LegacyClient, other: LegacyClient): boolean {
  return clientIdHashes.every((hash) => other.clientIdHashes.includes(hash));
}

function isAlike({ scopes, exchange }: LegacyClient, other: LegacyClient): boolean {
  return exchange === other.exchange && scopes.join(' ') === other.scopes.join(' ');
}

/** Where git checks files out with `\r\n`, this one has them too. */
function withLineEndsOf({ workspace }: App, file: string, text: string): string {
  const read = workspace.read(file);
  return read.kind === 'text' && read.source.text.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text;
}

/** The last cleanup takes the record along. */
export function recordAfterCleanup({ record }: Pick<App, 'record'>, isLast: boolean): RecordChange | null {
  return record !== null && isLast ? { file: record.file, text: null } : null;
}

/** Old clients that only warn in v8, and yet are people's to move. */
const ofClients: readonly RuleId[] = [
  'clients/library-brings-client',
  'clients/token-provider',
  'config/settings-in-code',
  'vault/secrets-client',
];

/** Whether the record has served its purpose: nothing is left to patch, and no client is left for people to move. */
export function isAllDone(settled: readonly SettledFinding[]): boolean {
  return settled.every(({ finding, edits }) => {
    const isOfClient = finding.severity === 'error' || ofClients.includes(finding.rule);
    const waits = finding.phase === 'switch' && isOfClient && tierOf(finding) === 'manual';
    return edits.length === 0 && !waits;
  });
}
