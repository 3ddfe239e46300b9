import type { App } from '../app/app.ts';
import type { Workspace } from '../files/workspace.ts';
import type { Range } from '../location.ts';
import type { SettingsChange } from '../rules/finding.ts';
import type { JsonDocument, JsonNode, JsonObject, JsonProperty } from '../syntax/json/document.ts';
import type { JsonEdit } from '../syntax/json/edit.ts';
import { parseJson } from '../syntax/json/parse.ts';
import { removeWithEmptied } from '../syntax/json/remove-emptied.ts';
import { renameKey } from '../syntax/json/replace.ts';
import { type Outcome, refusedWith } from './request.ts';

/** Settings that go, each with the section that they were all of, or get another name. */
export function editSettingsFile(
  { workspace }: Pick<App, 'workspace'>,
  path: string,
  changes: readonly SettingsChange[],
): readonly Outcome[] {
  const document = documentAt(workspace, path);
  if (document === null) return changes.map(() => notFound);
  // Nobody can tell which of two is meant, and neither can .NET.
  if (document.duplicates.length > 0) return changes.map(() => refusedWith({ code: 'key-twice', file: path }));
  const settings = new Map(changes.map((change) => [change, settingAt(document.root, change.at)]));
  const going = new Set(
    changes.flatMap((change) => (change.kind === 'remove-setting' && settings.get(change)?.property) || []),
  );
  const removals = removeWithEmptied(document, going);
  return changes.map((change) => {
    const setting = settings.get(change);
    if (!setting) return notFound;
    if (change.kind === 'remove-setting') return outcomeOf(removals.get(setting.property), path);
    return outcomeOf(renameKey(document, setting.object, setting.property, change.to), path);
  });
}

const notFound = refusedWith({ code: 'refused', refusal: 'not-found' });

function documentAt(workspace: Workspace, path: string): JsonDocument | null {
  const read = workspace.read(path);
  const parsed = read.kind === 'text' ? parseJson(read.source.text) : null;
  return parsed?.kind === 'document' ? parsed.document : null;
}

interface Setting {
  readonly object: JsonObject;
  readonly property: JsonProperty;
}

function settingAt(node: JsonNode, at: Range): Setting | null {
  const around = (inner: Range) => inner.start <= at.start && at.end <= inner.end;
  if (node.kind === 'array') {
    const item = node.items.find(({ range }) => around(range));
    return item ? settingAt(item, at) : null;
  }
  const property = node.kind === 'object' ? node.properties.find(({ range }) => around(range)) : undefined;
  if (node.kind !== 'object' || !property) return null;
  const { start, end } = property.keyRange;
  return start === at.start && end === at.end ? { object: node, property } : settingAt(property.value, at);
}

function outcomeOf(edit: JsonEdit | undefined, file: string): Outcome {
  if (edit?.kind === 'edits') return edit;
  return edit?.code === 'key-exists' ? refusedWith({ code: 'key-taken', file }) : notFound;
}
