import type { Workspace } from '../files/workspace.ts';

/** A file as spelled on disk; another casing of its path counts where there is none in this one. */
export function spelledPath(workspace: Workspace, usual: string): string | null {
  if (workspace.files.includes(usual)) return usual;
  return workspace.files.find((file) => file.toLowerCase() === usual.toLowerCase()) ?? null;
}
