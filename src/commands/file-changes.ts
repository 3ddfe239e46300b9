import type { AppLocation } from '../app/discovery/app-location.ts';
import { recordPath } from '../app/record/migration-record.ts';
import type { FileChange } from '../files/patch.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Plan } from '../migrate/plan.ts';
import { tierOf } from '../rules/finding.ts';

export interface FileLabel {
  readonly file: string;
  readonly label: string;
}

/** Said of the record in place of a rule. */
const recordLabel = 'safe: migration record';

/** Which rule changes which file, and of which tier it is. */
export function labelsOf({ taken, texts }: Plan, { path }: AppLocation): readonly FileLabel[] {
  const record = recordPath(path);
  return [
    ...taken.flatMap(({ finding, edits }) =>
      edits.map(({ file }) => ({ file, label: `${tierOf(finding)}: ${finding.rule}` })),
    ),
    ...(texts.has(record) ? [{ file: record, label: recordLabel }] : []),
  ];
}

export function changesBetween(
  before: Workspace,
  after: Workspace,
  labels: readonly FileLabel[],
): readonly Omit<FileChange, 'lineEnds'>[] {
  const paths = [...new Set(labels.map(({ file }) => file))].sort();
  return paths.flatMap((path) => {
    const ofFile = new Set(labels.flatMap(({ file, label }) => (file === path ? [label] : [])));
    const [old, now] = [before.read(path), after.read(path)];
    const [was, is] = [old.kind === 'text' ? old.source : null, now.kind === 'text' ? now.source.text : null];
    if (old.kind === 'unreadable' || was?.text === is || (was === null && is === null)) return [];
    return [{ path, before: was, after: is, labels: [...ofFile].sort() }];
  });
}
