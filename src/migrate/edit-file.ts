import type { App } from '../app/app.ts';
import type { CSharpChange, ProjectChange } from '../rules/finding.ts';
import { editCSharp } from './edit-csharp.ts';
import { editProjectFile } from './edit-project-file.ts';
import { type Outcome, type Request, refusedWith } from './request.ts';

/** All changes of one file, worked out together; an outcome for each. */
export function editFile(app: App, path: string, requests: readonly Request[]): readonly Outcome[] {
  const file = requests.some(({ change }) => isCSharp(change)) ? app.sources.file(path) : null;
  const inCode = requests.flatMap(({ change }) => (isCSharp(change) ? [change] : []));
  const inProject = requests.flatMap(({ change }) => (isCSharp(change) ? [] : [change]));
  const edited = new Map<CSharpChange | ProjectChange, Outcome>();
  const outcomes = file ? editCSharp(app, file, inCode) : inCode.map(() => notFound);
  for (const [index, outcome] of outcomes.entries()) if (inCode[index]) edited.set(inCode[index], outcome);
  const projectOutcomes = inProject.length === 0 ? [] : editProjectFile(app, path, inProject);
  for (const [index, outcome] of projectOutcomes.entries()) if (inProject[index]) edited.set(inProject[index], outcome);
  return requests.map(({ change }) => edited.get(change) ?? notFound);
}

const notFound: Outcome = refusedWith({ code: 'refused', refusal: 'not-found' });

function isCSharp(change: CSharpChange | ProjectChange): change is CSharpChange {
  return change.kind !== 'remove-element' && change.kind !== 'insert-element';
}
