import { positionAt } from '../../files/lines.ts';
import type { Workspace } from '../../files/workspace.ts';
import type { XmlElement } from '../../syntax/xml/document.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { readXmlFile, unreadFrom } from '../xml-file.ts';
import { bpmnChildren, isBpmn, plainAttribute } from './bpmn.ts';
import type { ReadProcess } from './process.ts';
import { processPath } from './process-path.ts';
import { readTask } from './read-task.ts';

export function readProcess(workspace: Workspace, location: AppLocation): ReadProcess {
  const path = processPath(workspace, location);
  const read = path === null ? { kind: 'missing' as const } : readXmlFile(workspace, path);
  if (read.kind !== 'xml') return read;
  const { file, root, source } = read;
  const where = ({ range: { start } }: XmlElement) => positionAt(source.text, start);
  const processes = isBpmn(root, 'definitions') ? bpmnChildren(root, 'process') : [];
  if (processes.length === 0) return unreadFrom(file, root.range.start, { code: 'no-process', ...where(root) });
  const tasks = processes.flatMap(tasksIn);
  const endEvents = processes.flatMap((process) => bpmnChildren(process, 'endEvent'));
  const nameless = [...tasks, ...endEvents].find((state) => plainAttribute(state, 'id') === null);
  if (nameless) {
    const reason = { code: 'state-without-id', element: nameless.name, ...where(nameless) } as const;
    return unreadFrom(file, nameless.range.start, reason);
  }
  if (tasks.length + endEvents.length > mostStates) {
    return unreadFrom(file, root.range.start, { code: 'too-many-items' });
  }
  return {
    kind: 'process',
    file,
    tasks: tasks.map((task) => readTask(task, plainAttribute(task, 'id') ?? '', file)),
    endEvents: endEvents.map((event) => ({ id: plainAttribute(event, 'id') ?? '', at: { file, ...event.range } })),
  };
}

const mostStates = 300;

/** What an instance can rest in. */
const taskNames = [
  'task',
  'userTask',
  'serviceTask',
  'manualTask',
  'sendTask',
  'receiveTask',
  'scriptTask',
  'businessRuleTask',
];

/** The end event of such a part is no end of the process. */
const partNames = ['subProcess', 'adHocSubProcess', 'transaction'];

function tasksIn(process: XmlElement): readonly XmlElement[] {
  return process.children.flatMap((child) => {
    if (isBpmn(child, ...partNames)) return tasksIn(child);
    return isBpmn(child, ...taskNames) ? [child] : [];
  });
}
