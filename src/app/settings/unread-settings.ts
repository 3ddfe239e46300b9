import type { App } from '../app.ts';

/** v9 keeps what Studio provides to itself, and its client reads nothing of the app's. */
export function readsOwnSettings({ target, versions }: Pick<App, 'target' | 'versions'>): boolean {
  return target !== 'v9' && versions.capabilities.ownSettingsSection !== 'never-read';
}

/** A settings file of a deployed app that could not be read may hold anything. */
export function hasUnreadSettings(app: Pick<App, 'target' | 'versions' | 'unread'>): boolean {
  const isDeployed = (file: string) => /(^|\/)appsettings(?!\.development\.)[^/]*\.json$/i.test(file);
  return readsOwnSettings(app) && app.unread.some(({ at, essential }) => essential && isDeployed(at.file));
}
