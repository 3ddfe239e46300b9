import type { FileChange } from '../files/patch.ts';

/** What is to change in one repo. */
export interface RepoChanges {
  readonly root: string;
  readonly isGit: boolean;
  readonly changes: readonly Omit<FileChange, 'lineEnds'>[];
  readonly fixed: number;
}
