import type { Doubt } from './doubt.ts';
import type { PolicyRule } from './policy.ts';

/** Where an instance stands in the process. */
export type ProcessState =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'task'; readonly id: string; readonly type: string | null }
  | { readonly kind: 'end-event'; readonly id: string }
  /** Of a process that could not be read. */
  | { readonly kind: 'some-task' }
  | { readonly kind: 'some-end-event' };

export type Answer =
  | { readonly kind: 'granted'; readonly by: readonly PolicyRule[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'inconclusive'; readonly because: readonly Doubt[] };

/** Whether the service owner may do what it needs, in every state. */
export interface ServiceOwnerRights {
  /** As the policy spells it where it names the app's own org as a subject. */
  readonly org: string | null;
  /** In the order they are shown: `read`, `write`, then what only some states need. */
  readonly actions: readonly string[];
  readonly states: readonly StateRights[];
}

export interface StateRights {
  readonly state: ProcessState;
  /** By action; an action that nobody needs in this state is not there. */
  readonly answers: ReadonlyMap<string, Answer>;
}
