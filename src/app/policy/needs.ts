import type { Target } from '../../target.ts';
import type { ReadProcess } from '../process/process.ts';
import type { ProcessState } from './rights.ts';

/** What of an app decides what its service owner must be allowed to do. */
export interface AppNeeds {
  readonly target: Target;
  readonly sendsEFormidling: boolean;
  readonly autoDeletesOnProcessEnd: boolean;
  readonly process: ReadProcess;
}

/** In the order they are shown. */
export function neededIn(state: ProcessState, needs: AppNeeds): readonly string[] {
  const { target, sendsEFormidling, autoDeletesOnProcessEnd } = needs;
  switch (state.kind) {
    case 'not-started':
    case 'some-task':
      return readAndWrite;
    case 'task':
      return target === 'v9' ? [...new Set([...readAndWrite, ...neededInTask(state, needs)])] : readAndWrite;
    case 'end-event':
    case 'some-end-event':
      return [
        ...readAndWrite,
        ...(target === 'v9' || sendsEFormidling ? ['complete'] : []),
        ...(target === 'v9' && autoDeletesOnProcessEnd ? ['delete'] : []),
      ];
  }
}

const readAndWrite = ['read', 'write'];

/** Payment and signing take `write` in place of their own action, and that is needed anyway. */
const satisfiedByWrite = ['data', 'feedback', 'pdf', 'eformidling', 'fiksarkiv', 'subformpdf', 'payment', 'signing'];

function neededInTask({ id, type }: ProcessState & { kind: 'task' }, { process }: AppNeeds): readonly string[] {
  const task = process.kind === 'process' ? process.tasks.find((one) => one.id === id) : undefined;
  const rejects = task?.processActions.some((action) => action.toLowerCase() === 'reject') ? ['reject'] : [];
  if (type === null || satisfiedByWrite.includes(type.toLowerCase())) return rejects;
  return [type.toLowerCase() === 'confirmation' ? 'confirm' : type, ...rejects];
}
