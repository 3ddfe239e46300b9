import type { App } from '../app.ts';
import { isWithin } from '../settings/section.ts';
import { isForDevelopment } from '../settings/settings-file.ts';
import type { VaultReader } from './vault-readers.ts';

/** Sections that libraries read by themselves, with the keys that are secrets and the code that makes use of them. */
const knownSections = [
  {
    section: 'NetsPaymentSettings',
    secrets: ['SecretApiKey', 'WebhookCallbackKey'],
    code: ['IOrderDetailsCalculator', 'NetsPaymentSettings'],
  },
  {
    section: 'FiksIOSettings',
    secrets: ['IntegrationPassword', 'AccountPrivateKeyBase64', 'AsicePrivateKeyBase64'],
    code: ['AddFiksArkiv', 'AddFiksIOClient', 'FiksIOSettings'],
  },
  { section: 'EFormidlingClientSettings', secrets: ['BaseUrl'], code: ['AddEFormidlingServices'] },
];

/** Those that the app makes use of and whose secrets no deployed settings file fills. */
export function knownReaders({
  sources,
  settings,
  workspace,
}: Pick<App, 'sources' | 'settings' | 'workspace'>): readonly VaultReader[] {
  const deployed = settings.filter((one) => !isForDevelopment(one));
  const entries = deployed.flatMap((file) => file.entries);
  return knownSections.flatMap(({ section, secrets, code }): readonly VaultReader[] => {
    const isFilled = secrets.every((key) =>
      entries.some(({ path, filled }) => filled && path.toLowerCase() === `${section}:${key}`.toLowerCase()),
    );
    if (isFilled) return [];
    const entry = settings.flatMap((file) => file.entries).find(({ path }) => isWithin(section, path));
    const isUsed = entry !== undefined || workspace.filesWithAny(code, sources.paths).length > 0;
    return isUsed ? [{ kind: 'known-section', name: section, at: entry?.at ?? null }] : [];
  });
}
