import type { App } from '../../app/app.ts';
import { sectionsInCode } from '../../app/settings/maskinporten-sections.ts';
import { hasUnknownSource, ownFiles } from '../../app/settings/own-files.ts';
import { defaultSection, isIdentityKey, sectionsAt } from '../../app/settings/section.ts';
import type { SettingsFile } from '../../app/settings/settings-file.ts';
import { settingsFilePaths } from '../../app/settings/settings-file-path.ts';
import { readsOwnSettings } from '../../app/settings/unread-settings.ts';
import type { Reason } from '../../words/reasons.ts';

/** What the sources that an app adds by itself mean for a client that moves: no edit of the usual files reaches them. */
interface OwnSources {
  readonly obstacles: readonly Reason[];
  readonly doubts: readonly Reason[];
}

export function ownSources(app: App): OwnSources {
  const files = ownFiles(app);
  const bound = sectionsInCode(app);
  const [held, others] = partition(files, (file) => {
    const isBound = bound.some((section) => sectionsAt(section, [file]).length > 0);
    return isBound || holdsIdentity(app, file) || namesOtherFile(app, file);
  });
  const beside = readsOwnSettings(app) ? others.filter((file) => sectionsAt(defaultSection, [file]).length > 0) : [];
  return {
    obstacles: reasonsFor(held),
    doubts: [...reasonsFor(beside), ...unknownSource(app)],
  };
}

/** Files that have keys of a credential beside those that the usual files have. */
export function ownIdentities(app: App): readonly Reason[] {
  return reasonsFor(ownFiles(app).filter((file) => holdsIdentity(app, file)));
}

/** What keeps the default section from being renamed as one: a file of the app's own that has it, too. */
export function ownDefaultSections(app: App): readonly Reason[] {
  return reasonsFor(ownFiles(app).filter((file) => sectionsAt(defaultSection, [file]).length > 0));
}

export function unknownSource(app: App): readonly Reason[] {
  return hasUnknownSource(app) ? [{ code: 'own-source', file: null }] : [];
}

/** An empty key counts: it hides the one that is provisioned. */
function holdsIdentity(app: App, file: SettingsFile): boolean {
  const sections = readsOwnSettings(app) ? sectionsAt(defaultSection, [file]) : [];
  return sections.some(({ keys }) => keys.some(({ name }) => isIdentityKey(name)));
}

/** v9 reads the provisioned file whatever the configuration says. */
function namesOtherFile({ versions }: App, file: SettingsFile): boolean {
  return versions.capabilities.settingsFilePath !== 'removed' && settingsFilePaths([file]).length > 0;
}

function partition<T>(all: readonly T[], test: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(test), all.filter((one) => !test(one))];
}

function reasonsFor(files: readonly SettingsFile[]): readonly Reason[] {
  return [...new Set(files.map(({ file }) => file))].map((file) => ({ code: 'own-source', file }));
}
