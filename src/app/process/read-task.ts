import type { XmlElement } from '../../syntax/xml/document.ts';
import { altinnChildren, bpmnChildren, isAltinn, plainAttribute } from './bpmn.ts';
import type { ProcessTask } from './process.ts';

export function readTask(task: XmlElement, id: string, file: string): ProcessTask {
  const extensions = bpmnChildren(task, 'extensionElements').flatMap((one) => altinnChildren(one, 'taskExtension'));
  const typed = extensions
    .flatMap((extension) => altinnChildren(extension, 'taskType'))
    .find(({ text }) => text.trim() !== '');
  const actions = extensions
    .flatMap((extension) => altinnChildren(extension, 'actions'))
    .flatMap((list) => altinnChildren(list, 'action'));
  return {
    id,
    type: typed
      ? { name: typed.text.trim(), at: { file, ...(typed.content ?? typed.range) } }
      : typeInAttribute(task, file),
    processActions: actions.filter((action) => !isServerAction(action)).flatMap(textOf),
    at: { file, ...task.range },
  };
}

function textOf({ text }: XmlElement): readonly string[] {
  return text.trim() === '' ? [] : [text.trim()];
}

/** Until version 8: `altinn:tasktype="data"`. */
function typeInAttribute({ attributes }: XmlElement, file: string): ProcessTask['type'] {
  const found = attributes.find(
    ({ namespace, localName }) => isAltinn(namespace) && localName.toLowerCase() === 'tasktype',
  );
  return found && found.value.trim() !== '' ? { name: found.value.trim(), at: { file, ...found.valueRange } } : null;
}

/** It runs code and leaves the instance where it stands. */
function isServerAction(action: XmlElement): boolean {
  return plainAttribute(action, 'type')?.toLowerCase() === 'serveraction';
}
