import type { App } from '../app/app.ts';
import type { Range } from '../location.ts';
import type { DeploymentChange } from '../rules/finding.ts';
import { ignoreMark } from '../suppressed.ts';
import type { YamlFile, YamlItem, YamlNode } from '../syntax/yaml/document.ts';
import { loadedYaml } from '../syntax/yaml/loading.ts';
import { type Outcome, refusedWith } from './request.ts';

/** Items that go from the lists of a deployment's values. */
export function editDeploymentFile(
  { workspace }: Pick<App, 'workspace'>,
  path: string,
  changes: readonly DeploymentChange[],
): readonly Outcome[] {
  const read = workspace.read(path);
  const { parseYaml, removeItemsTogether } = loadedYaml();
  const parsed = read.kind === 'text' ? parseYaml(read.source.text) : null;
  const unclear = refusedWith({ code: 'mounts-unclear', file: path });
  if (parsed?.kind !== 'document') return changes.map(() => unclear);
  const { document } = parsed;
  const items = changes.map(({ at }) => itemAt(document, at));
  const found = items.filter((item) => item !== null);
  const words = [ignoreMark, ...changes.flatMap(({ mentions }) => mentions)].map((word) => word.toLowerCase());
  const isAbout = (comment: string) => words.some((word) => comment.toLowerCase().includes(word));
  const edits = removeItemsTogether(document, found, isAbout);
  const edited = new Map(found.map((item, index) => [item, edits[index]]));
  return items.map((item) => {
    const edit = item && edited.get(item);
    return edit?.kind === 'edits' ? edit : unclear;
  });
}

function itemAt({ roots }: YamlFile, at: Range): YamlItem | null {
  return roots.flatMap((root) => itemsIn(root)).find(({ range }) => range.start === at.start) ?? null;
}

function itemsIn(node: YamlNode | null): readonly YamlItem[] {
  switch (node?.kind) {
    case 'map':
      return node.pairs.flatMap(({ value }) => itemsIn(value));
    case 'sequence':
      return node.items.flatMap((item) => [item, ...itemsIn(item.value)]);
    default:
      return [];
  }
}
