import type { App } from '../app/app.ts';
import type {
  Change,
  CSharpChange,
  DeploymentChange,
  PolicyChange,
  ProjectChange,
  SettingsChange,
} from '../rules/finding.ts';
import { editCSharp } from './edit-csharp.ts';
import { editDeploymentFile } from './edit-deployment-file.ts';
import { editPolicyFile } from './edit-policy-file.ts';
import { editProjectFile } from './edit-project-file.ts';
import { editSettingsFile } from './edit-settings-file.ts';
import { type Outcome, type Request, refusedWith } from './request.ts';

/** All changes of one file, worked out together; an outcome for each. */
export function editFile(app: App, path: string, requests: readonly Request[]): readonly Outcome[] {
  const changes = requests.map(({ change }) => change);
  const file = changes.some(isCSharp) ? app.sources.file(path) : null;
  const edited = new Map<Change, Outcome>([
    ...outcomesOf(changes.filter(isCSharp), (inCode) => (file ? editCSharp(app, file, inCode) : [])),
    ...outcomesOf(changes.filter(isOfProject), (inProject) => editProjectFile(app, path, inProject)),
    ...outcomesOf(changes.filter(isOfSettings), (inSettings) => editSettingsFile(app, path, inSettings)),
    ...outcomesOf(changes.filter(isOfPolicy), (inPolicy) => editPolicyFile(app, path, inPolicy)),
    ...outcomesOf(changes.filter(isOfDeployment), (inValues) => editDeploymentFile(app, path, inValues)),
  ]);
  return changes.map((change) => edited.get(change) ?? notFound);
}

const notFound: Outcome = refusedWith({ code: 'refused', refusal: 'not-found' });

function outcomesOf<C extends Change>(
  changes: readonly C[],
  edit: (changes: readonly C[]) => readonly Outcome[],
): readonly (readonly [C, Outcome])[] {
  const outcomes = changes.length === 0 ? [] : edit(changes);
  return changes.map((change, index) => [change, outcomes[index] ?? notFound]);
}

function isCSharp(change: Change): change is CSharpChange {
  return !isOfProject(change) && !isOfSettings(change) && !isOfDeployment(change) && !isOfPolicy(change);
}

function isOfProject(change: Change): change is ProjectChange {
  return change.kind === 'remove-element' || change.kind === 'insert-element';
}

function isOfSettings(change: Change): change is SettingsChange {
  return change.kind === 'remove-setting' || change.kind === 'rename-setting';
}

function isOfDeployment(change: Change): change is DeploymentChange {
  return change.kind === 'remove-item';
}

function isOfPolicy(change: Change): change is PolicyChange {
  return change.kind === 'extend-rule' || change.kind === 'add-rule';
}
