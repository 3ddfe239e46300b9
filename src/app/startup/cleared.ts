import type { App } from '../app.ts';

/** The host has added the provisioned file, and what runs after it takes all sources away. */
export function isProvisionedFileCleared({ studioFile, order, versions }: App): boolean {
  if (versions.capabilities.provisionedFile !== 'in-configuration') return false;
  const isFollowed = studioFile === 'loaded' && order.startUp !== 'unknown';
  return isFollowed && order.providers.every(({ kind }) => kind !== 'studio');
}
