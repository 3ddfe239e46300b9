import type { App } from '../../app/app.ts';
import { sectionsInCode } from '../../app/settings/maskinporten-sections.ts';
import { movedSections } from '../../app/settings/moved-section.ts';
import { keysWrittenAt } from '../../app/settings/written-keys.ts';

/** What a section that must not be the default one comes to be called. */
export function newSection(app: App): string {
  const [usual, other] = movedSections(app.metadata);
  return isTaken(app, usual) ? other : usual;
}

function isTaken(app: App, path: string): boolean {
  const isNamed = sectionsInCode(app).some((section) => section.toLowerCase() === path.toLowerCase());
  return isNamed || app.settings.some((file) => keysWrittenAt(path, file).length > 0);
}
