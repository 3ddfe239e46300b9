import type { App } from '../../app/app.ts';
import { sectionsInCode } from '../../app/settings/maskinporten-sections.ts';
import { defaultSection } from '../../app/settings/section.ts';
import { keysWrittenAt } from '../../app/settings/written-keys.ts';

/** What a section that must not be the default one is called: after the app, as the shared vaults have it. */
export function newSection(app: App): string {
  const name = app.metadata.kind === 'known' ? app.metadata.app : 'app';
  const usual = `${name}:${defaultSection}`;
  return isTaken(app, usual) ? `${name}:External${defaultSection}` : usual;
}

function isTaken(app: App, path: string): boolean {
  const isNamed = sectionsInCode(app).some((section) => section.toLowerCase() === path.toLowerCase());
  return isNamed || app.settings.some((file) => keysWrittenAt(path, file).length > 0);
}
