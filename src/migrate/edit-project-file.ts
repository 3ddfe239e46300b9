import type { App } from '../app/app.ts';
import type { ProjectChange } from '../rules/finding.ts';
import { type Outcome, refusedWith } from './request.ts';

/** Elements of a project file that go, or come. */
export function editProjectFile(_app: App, _path: string, changes: readonly ProjectChange[]): readonly Outcome[] {
  return changes.map(() => refusedWith({ code: 'refused', refusal: 'not-found' }));
}
