import { describe, expect, test } from 'vitest';
import { readProcess } from '../../../src/app/process/read-process.ts';
import { workspaceOf } from '../workspace-of.ts';

const usual = 'App/config/process/process.bpmn';
const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const location = { path: '.', projectFolder: 'App', projects: [], neighbours: [] };

const readFiles = (files: Readonly<Record<string, string | Uint8Array>>, at = location) =>
  readProcess(workspaceOf(files), at);

function processIn(content: string | Uint8Array, path = usual) {
  const read = readFiles({ [path]: content });
  if (read.kind !== 'process') throw new Error(JSON.stringify(read));
  return read;
}

/** Without where they stand. */
const tasksIn = (content: string | Uint8Array) =>
  processIn(content).tasks.map(({ at: _, type, ...task }) => ({ ...task, type: type?.name ?? null }));
const endEventsIn = (content: string) => processIn(content).endEvents.map(({ id }) => id);

const definitions = (content: string, altinn = 'http://altinn.no/process') => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="${model}" xmlns:altinn="${altinn}" id="Altinn_Process">
  <bpmn:process id="Process_1" isExecutable="false">
    ${content}
  </bpmn:process>
</bpmn:definitions>
`;
const task = (extension: string, name = 'task') =>
  definitions(
    `<bpmn:${name} id="Task_1"><bpmn:extensionElements><altinn:taskExtension>${extension}</altinn:taskExtension></bpmn:extensionElements></bpmn:${name}>`,
  );
const typed = (type: string) => `<altinn:taskType>${type}</altinn:taskType>`;
const plain = { processActions: [] };

const template = definitions(`<bpmn:startEvent id="StartEvent_1"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:task id="Task_1" name="Utfylling">
      <bpmn:incoming>Flow_1</bpmn:incoming>
      <bpmn:extensionElements>
        <altinn:taskExtension>
          <altinn:taskType>data</altinn:taskType>
          <altinn:actions>
            <altinn:action>write</altinn:action>
          </altinn:actions>
        </altinn:taskExtension>
      </bpmn:extensionElements>
    </bpmn:task>
    <bpmn:exclusiveGateway id="Gateway_1"/>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="StartEvent_1" targetRef="Task_1"/>
    <bpmn:serviceTask id="Task_2">
      <bpmn:extensionElements>
        <altinn:taskExtension>
          <altinn:taskType>eFormidling</altinn:taskType>
          <altinn:actions>
            <altinn:action type="processAction">reject</altinn:action>
            <altinn:action type="serverAction">lookup</altinn:action>
          </altinn:actions>
        </altinn:taskExtension>
      </bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:endEvent id="EndEvent_1"/>`);
const templateTasks = [
  { id: 'Task_1', type: 'data', processActions: ['write'] },
  { id: 'Task_2', type: 'eFormidling', processActions: ['reject'] },
];

describe('a process says the same however it is written', () => {
  test.each<[string, string | Uint8Array]>([
    ['as the template is', template],
    ['other prefixes', template.replaceAll(/bpmn(?=[:=])/g, 'b').replaceAll(/altinn(?=[:=])/g, 'a')],
    ['a default namespace', template.replaceAll(/(<\/?)bpmn:/g, '$1').replace('xmlns:bpmn', 'xmlns')],
    ['the namespace of older versions', template.replace('http://altinn.no/process', 'http://altinn.no')],
    ['minified', template.replaceAll(/>\s+</g, '><')],
    ['Windows line ends', template.replaceAll('\n', '\r\n')],
    ['white space in the values', template.replaceAll(/>(data|write|reject|lookup)</g, '>\n  $1\n<')],
    ['CDATA', template.replaceAll(/>(data|write|reject|lookup)</g, '><![CDATA[$1]]><')],
    ['a byte-order mark', `\uFEFF${template}`],
    ['UTF-16', Buffer.from(`\uFEFF${template.replace('UTF-8', 'UTF-16')}`, 'utf16le')],
    [
      'ISO-8859-1 that says so',
      Buffer.from(template.replace('UTF-8', 'ISO-8859-1').replace('Utfylling', 'Søknad'), 'latin1'),
    ],
    ['comments', template.replaceAll(/>\n/g, '><!-- <bpmn:task id="Old"/> -->\n').replace(/^(.*?\?>)<!--.*-->/, '$1')],
    [
      'the actions before the type',
      template.replaceAll(/(<altinn:taskType>.*\n)([\s\S]*?<\/altinn:actions>\n)/g, '$2$1'),
    ],
  ])('%s', (_, content) => {
    expect(tasksIn(content)).toEqual(templateTasks);
    expect(processIn(content).endEvents.map(({ id }) => id)).toEqual(['EndEvent_1']);
  });

  test('each task and end event is known by where it stands', () => {
    const { tasks, endEvents } = processIn(template);
    const marked = [...tasks, ...endEvents].map(({ at }) => template.slice(at.start, at.end));
    expect(marked.map((text) => [text.slice(0, 25), text.slice(-7)])).toEqual([
      ['<bpmn:task id="Task_1" na', 'n:task>'],
      ['<bpmn:serviceTask id="Tas', 'ceTask>'],
      ['<bpmn:endEvent id="EndEve', 'nt_1"/>'],
    ]);
    expect(tasks[0]?.at.file).toBe(usual);
  });
});

describe('what an instance can rest in', () => {
  test.each([
    'task',
    'userTask',
    'serviceTask',
    'manualTask',
    'sendTask',
    'receiveTask',
    'scriptTask',
    'businessRuleTask',
  ])('a %s', (name) => {
    expect(tasksIn(task(typed('data'), name))).toEqual([{ id: 'Task_1', type: 'data', ...plain }]);
  });

  test.each(['startEvent', 'exclusiveGateway', 'sequenceFlow', 'Task', 'dataObject'])('not a %s', (name) => {
    expect(tasksIn(task(typed('data'), name))).toEqual([]);
  });

  test('not a task of another namespace', () => {
    expect(tasksIn(definitions('<task id="Task_1"/><altinn:task id="Task_2"/>'))).toEqual([]);
  });

  test.each(['subProcess', 'adHocSubProcess', 'transaction'])('the tasks of a %s, whose end is no end', (name) => {
    const part = `<bpmn:${name} id="Part"><bpmn:task id="Task_2"/><bpmn:endEvent id="Inner"/></bpmn:${name}>`;
    const content = definitions(`<bpmn:task id="Task_1"/>${part}<bpmn:endEvent id="Outer"/>`);
    expect(tasksIn(content).map(({ id }) => id)).toEqual(['Task_1', 'Task_2']);
    expect(endEventsIn(content)).toEqual(['Outer']);
  });

  test('every end event', () => {
    expect(endEventsIn(definitions('<bpmn:endEvent id="A"/><bpmn:endEvent id=" B "/>'))).toEqual(['A', 'B']);
  });

  test('nothing in a process that has nothing', () => {
    expect(processIn(definitions(''))).toMatchObject({ tasks: [], endEvents: [] });
  });
});

describe('the type of a task', () => {
  test('stands where it is written', () => {
    const [found] = processIn(task(typed('data'))).tasks;
    const text = task(typed('data'));
    expect(text.slice(found?.type?.at.start, found?.type?.at.end)).toBe('data');
  });

  const typeIn = (content: string) => tasksIn(content).map(({ type }) => type);
  const attributed = (attribute: string, altinn = 'http://altinn.no') =>
    definitions(`<bpmn:task id="Task_1" ${attribute}/>`, altinn);

  test.each<[string, string, string | null]>([
    ['is as written', task(typed('subformPdf')), 'subformPdf'],
    ['is none where nothing is said', definitions('<bpmn:serviceTask id="Task_1"/>'), null],
    ['is none where it is empty', task(typed(' ')), null],
    ['stood in an attribute before', attributed('altinn:tasktype="data"'), 'data'],
    ['may still do so', attributed('altinn:tasktype="data"', 'http://altinn.no/process'), 'data'],
    ['has no white space around it', attributed('altinn:tasktype=" data "'), 'data'],
    ['is in an attribute in any casing', attributed('altinn:taskType="data"'), 'data'],
    ['is none in another attribute', attributed('altinn:type="data"'), null],
    ['is none in an empty attribute', attributed('altinn:tasktype=" "'), null],
    ['is none in an attribute of nobody', attributed('tasktype="data"'), null],
    ['is none in an attribute of another namespace', attributed('altinn:tasktype="data"', 'urn:other'), null],
    [
      'is none in an element of another namespace',
      task(typed('data')).replace('http://altinn.no/process', 'urn:o'),
      null,
    ],
    ['is none outside the extension', task(`<altinn:note>${typed('data')}</altinn:note>`), null],
  ])('%s', (_, content, expected) => {
    expect(typeIn(content)).toEqual([expected]);
  });

  test('is that of the element where an attribute says otherwise', () => {
    expect(typeIn(task(typed('signing')).replace('id="Task_1"', 'id="Task_1" altinn:tasktype="data"'))).toEqual([
      'signing',
    ]);
  });
});

test('the id of a task is its own, whatever else calls itself so', () => {
  const content = definitions('<bpmn:task altinn:id="Task_0" id="Task_1"/>');
  expect(tasksIn(content).map(({ id }) => id)).toEqual(['Task_1']);
});

describe('the actions of a task', () => {
  const actionsIn = (...actions: readonly string[]) => {
    const [found] = tasksIn(task(`${typed('data')}<altinn:actions>${actions.join('')}</altinn:actions>`));
    return found?.processActions;
  };
  const action = (name: string, attributes = '') => `<altinn:action ${attributes}>${name}</altinn:action>`;

  test('are those that move the process on, not those that run on the server', () => {
    expect(
      actionsIn(
        action('confirm'),
        action('reject', 'type="processAction"'),
        action('pay', 'type="serverAction"'),
        action('sign', 'type="ServerAction"'),
      ),
    ).toEqual(['confirm', 'reject']);
  });

  test('are none where they are empty, or of another namespace', () => {
    expect(actionsIn(action(' '), '<action>confirm</action>')).toEqual([]);
  });
});

describe('the file of the process', () => {
  const found = (...paths: readonly string[]) => {
    const read = readFiles(Object.fromEntries(paths.map((path) => [path, template])));
    return read.kind === 'process' ? read.file : read.kind;
  };

  test.each<[string, readonly string[], string]>([
    ['has one name', [usual, 'App/config/process/old.bpmn'], usual],
    ['may be spelled otherwise', ['App/Config/Process/Process.BPMN'], 'App/Config/Process/Process.BPMN'],
    ['is the one spelled right, where there are two', ['App/config/process/Process.bpmn', usual], usual],
    ['may have another name when it is the only one', ['App/config/process/own.bpmn'], 'App/config/process/own.bpmn'],
    ['is not guessed among several', ['App/config/process/a.bpmn', 'App/config/process/b.bpmn'], 'missing'],
    ['is no other app’s', ['Other/config/process/process.bpmn'], 'missing'],
    ['is no copy of another name', ['App/config/process/own.bpmn.bak'], 'missing'],
    ['is not further down', ['App/config/process/old/process.bpmn'], 'missing'],
    ['is missing where there is none', [], 'missing'],
  ])('%s', (_, paths, expected) => {
    expect(found(...paths)).toBe(expected);
  });

  test('stands in the project’s folder, also where that is the root', () => {
    const files = { 'config/process/process.bpmn': template };
    expect(readFiles(files, { ...location, projectFolder: '.' })).toMatchObject({ kind: 'process' });
  });
});

describe('a process that is not read', () => {
  test.each<[string, string | Uint8Array, unknown]>([
    ['no XML', '{}', { code: 'malformed', line: 1, column: 1 }],
    ['a document type', `<!DOCTYPE a>\n${template}`, { code: 'doctype', line: 1, column: 1 }],
    ['another root', '<a/>', { code: 'no-process', line: 1, column: 1 }],
    ['another namespace', template.replace(model, 'urn:other'), { code: 'no-process', line: 2, column: 1 }],
    ['no process in it', `<definitions xmlns="${model}"/>`, { code: 'no-process' }],
    ['a process alone', `<process xmlns="${model}"/>`, { code: 'no-process' }],
    [
      'a task without an id',
      template.replace('id="Task_2"', 'name="Task_2"'),
      { code: 'state-without-id', element: 'bpmn:serviceTask', line: 18, column: 5 },
    ],
    [
      'an end event with an empty id',
      template.replace('id="EndEvent_1"', 'id=" "'),
      { code: 'state-without-id', element: 'bpmn:endEvent' },
    ],
    [
      'bytes of no declared encoding',
      Buffer.from(template.replace('Utfylling', 'Søk'), 'latin1'),
      { line: 5, column: 35 },
    ],
  ])('%s', (_, content, reason) => {
    expect(readFiles({ [usual]: content })).toMatchObject({ kind: 'unread', reason, at: { file: usual } });
  });
});

describe('a process of many tasks, deep down', () => {
  const deep = (count: number) => {
    const tasks = Array.from({ length: count }, (_, index) => `<bpmn:task id="T${index}"/>`).join('');
    return definitions(`${'<bpmn:subProcess>'.repeat(200)}${tasks}${'</bpmn:subProcess>'.repeat(200)}`);
  };

  test('is read', () => {
    expect(processIn(deep(300)).tasks).toHaveLength(300);
  });

  test('is refused where nobody could look through them', () => {
    expect(() => processIn(deep(10_000))).toThrow('too-many-items');
  });
});
