import type { Workspace } from '../files/workspace.ts';
import type { FindingOf } from '../rules/finding.ts';
import type { Words } from '../words/words.ts';
import { locationOf } from './location-of.ts';
import { messageOf } from './message.ts';
import type { NotAnalysedFile } from './report.ts';

/** Private keys in files of a repo that belong to no app. */
export interface StrayKeys {
  readonly workspace: Workspace;
  readonly keys: readonly StrayKey[];
}

export interface StrayKey {
  /** As reports show it: from the given path. */
  readonly path: string;
  readonly finding: FindingOf<'secrets/committed-key'>;
}

/** The JSON report has findings in apps only: what is in none is told where the folders without an app are. */
export function notAnalysedKeys({ workspace, keys }: StrayKeys, words: Words): readonly NotAnalysedFile[] {
  return keys.map(({ path, finding }) => ({
    file: path,
    reason: words.terminal.inNoApp(finding.rule, messageOf(finding, words), locationOf({ workspace }, finding.at).line),
  }));
}
