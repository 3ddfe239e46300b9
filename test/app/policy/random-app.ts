import fc from 'fast-check';
import { appWith, type Files } from '../../rules/audited.ts';
import { type AbstractPolicy, own } from './abstract-policy.ts';
import { type Layout, layouts } from './layout.ts';
import type { State } from './naive-request.ts';
import { printPolicy } from './print-policy.ts';
import { policies } from './random-policy.ts';

export const policyFile = 'App/config/authorization/policy.xml';

type TaskKind = 'data' | 'confirmation' | 'confirmation that may be rejected';

/** An app that uses Maskinporten and has a policy. */
export interface RandomApp {
  readonly policy: AbstractPolicy;
  readonly layout: Layout;
  readonly hasByteOrderMark: boolean;
  readonly target: 'v8' | 'v9';
  /** Task ids to types; null: there is no process file. */
  readonly tasks: Readonly<Record<string, TaskKind>> | null;
  readonly usesEFormidling: boolean;
  readonly hasMetadata: boolean;
  readonly autoDeletes: boolean;
}

const taskKind = fc.oneof(
  { weight: 4, arbitrary: fc.constant<TaskKind>('data') },
  { weight: 1, arbitrary: fc.constantFrom<TaskKind>('confirmation', 'confirmation that may be rejected') },
);

export const apps: fc.Arbitrary<RandomApp> = fc.record({
  policy: policies,
  layout: layouts,
  hasByteOrderMark: fc.boolean(),
  target: fc.constantFrom('v8', 'v9'),
  tasks: fc.oneof(
    { weight: 6, arbitrary: fc.record({ Task_1: taskKind }) },
    { weight: 6, arbitrary: fc.record({ Task_1: taskKind, Task_2: taskKind }) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  usesEFormidling: fc.constantFrom(false, false, false, true),
  hasMetadata: fc.constantFrom(true, true, true, true, false),
  autoDeletes: fc.boolean(),
});

export function policyText({ policy, layout }: RandomApp): string {
  return printPolicy(policy, layout);
}

export function filesOf(made: RandomApp): Files {
  const services = [
    '    services.AddHttpClient<BerthClient>().UseMaskinportenAuthorization("kystd:berths.read");',
    ...(made.usesEFormidling ? ['    services.AddEFormidlingServices<BerthMetadata, BerthReceivers>(config);'] : []),
  ].join('\n');
  const { 'App/config/applicationmetadata.json': _, ...files } = appWith(services);
  const metadata = { id: `${own.org}/${own.app}`, org: own.org, autoDeleteOnProcessEnd: made.autoDeletes };
  return {
    ...files,
    ...(made.hasMetadata ? { 'App/config/applicationmetadata.json': JSON.stringify(metadata) } : {}),
    ...(made.tasks ? { 'App/config/process/process.bpmn': processText(made.tasks) } : {}),
    [policyFile]: `${made.hasByteOrderMark ? '\uFEFF' : ''}${policyText(made)}`,
  };
}

function processText(tasks: Readonly<Record<string, TaskKind>>): string {
  const written = Object.entries(tasks).map(([id, kind]) => {
    const [type] = kind.split(' ');
    const declared = kind === 'confirmation that may be rejected' ? ['confirm', 'reject'] : [];
    const actions = declared.map((action) => `<altinn:action>${action}</altinn:action>`).join('');
    return `<bpmn:task id="${id}"><bpmn:extensionElements><altinn:taskExtension><altinn:taskType>${type}</altinn:taskType>
<altinn:actions>${actions}</altinn:actions></altinn:taskExtension></bpmn:extensionElements></bpmn:task>
`;
  });
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:altinn="http://altinn.no/process">
<bpmn:process id="Process_1"><bpmn:startEvent id="StartEvent_1"/>
${written.join('')}<bpmn:endEvent id="EndEvent_1"/></bpmn:process></bpmn:definitions>
`;
}

export interface Need {
  readonly state: State;
  readonly action: string;
}

/** What the service owner must be let do: read and write always; for v9 what the process engine does in its name. */
export function needsOf({ target, tasks, usesEFormidling, hasMetadata, autoDeletes }: RandomApp): readonly Need[] {
  const taskStates: readonly State[] = tasks ? Object.keys(tasks).map((id) => ({ task: id })) : ['some task'];
  const end: State = tasks ? { endEvent: 'EndEvent_1' } : 'some end event';
  const needs: Need[] = [];
  for (const state of ['not started' as const, ...taskStates, end])
    needs.push({ state, action: 'read' }, { state, action: 'write' });
  if (target === 'v9' || usesEFormidling) needs.push({ state: end, action: 'complete' });
  if (target === 'v8') return needs;
  for (const [id, kind] of Object.entries(tasks ?? {})) {
    if (kind !== 'data') needs.push({ state: { task: id }, action: 'confirm' });
    if (kind === 'confirmation that may be rejected') needs.push({ state: { task: id }, action: 'reject' });
  }
  if (hasMetadata && autoDeletes) needs.push({ state: end, action: 'delete' });
  return needs;
}
