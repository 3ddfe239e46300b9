import type { Workspace } from '../files/workspace.ts';
import type { PolicyChange } from '../rules/finding.ts';
import type { XmlDocument } from '../syntax/xml/document.ts';
import { addRule } from './policy/add-rule.ts';
import { extendRule } from './policy/extend-rule.ts';
import type { Outcome } from './request.ts';
import { documentAt, elementAt, notFound, outcomeOf } from './xml-file.ts';

/** Rights that rules of a policy grant besides, and rules that are added. */
export function editPolicyFile(
  { workspace }: { readonly workspace: Pick<Workspace, 'read'> },
  path: string,
  changes: readonly PolicyChange[],
): readonly Outcome[] {
  const document = documentAt(workspace, path);
  return changes.map((change) => (document ? outcomeIn(document, change) : notFound));
}

function outcomeIn(document: XmlDocument, change: PolicyChange): Outcome {
  const element = elementAt(document.root, change.at);
  if (!element) return notFound;
  switch (change.kind) {
    case 'extend-rule':
      return outcomeOf(extendRule(document, element, change.actions));
    case 'add-rule':
      return element.localName === 'Policy' ? outcomeOf(addRule(document, element, change)) : notFound;
  }
}
