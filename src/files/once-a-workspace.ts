import type { Workspace } from './workspace.ts';

/** What is read of a workspace stays true, because none ever changes: many ask, and it is read once. */
export function onceAWorkspace<T>(read: (workspace: Workspace) => T): (workspace: Workspace) => T {
  const known = new WeakMap<Workspace, { readonly value: T }>();
  return (workspace) => {
    const found = known.get(workspace) ?? { value: read(workspace) };
    known.set(workspace, found);
    return found.value;
  };
}
