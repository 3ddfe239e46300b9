import type { App } from '../../app.ts';
import type { ExternalRegistration } from './registration.ts';

/**
 * Whether a client takes its settings at its registration, and that before the host adds the provisioned file: then it
 * never sees what Altinn Studio provides.
 */
export function isReadBeforeHost(
  { configurationReads, hostPosition }: Pick<App, 'configurationReads' | 'hostPosition'>,
  { at }: ExternalRegistration,
): boolean {
  return configurationReads.some(
    (read) =>
      read.how === 'registration' &&
      read.at.file === at.file &&
      read.at.start === at.start &&
      hostPosition !== null &&
      read.position < hostPosition,
  );
}
