import type { FileRange } from '../../../location.ts';
import type { App } from '../../app.ts';
import type { ConfigurationRead } from '../../startup/early-reads.ts';
import type { ExternalRegistration } from './registration.ts';

/**
 * Whether the settings of a client are taken before the host adds the provisioned file – at its registration, or into the
 * object that it is registered with: then it never sees what Altinn Studio provides.
 */
export function isReadBeforeHost(
  { configurationReads, hostPosition }: Pick<App, 'configurationReads' | 'hostPosition'>,
  registration: ExternalRegistration,
): boolean {
  return configurationReads.some(
    (read) => hostPosition !== null && read.position < hostPosition && isReadFor(registration, read),
  );
}

function isReadFor(registration: ExternalRegistration, { how, at, path }: ConfigurationRead): boolean {
  if (how === 'registration') return isSame(at, registration.at);
  if (how !== 'bound' || path?.toLowerCase() !== registration.section?.toLowerCase()) return false;
  const isFromLocal = registration.settingsNames.length > 0 && isWithin(at, registration.function);
  return isFromLocal || isWithin(at, registration.call);
}

function isSame(a: FileRange, b: FileRange): boolean {
  return a.file === b.file && a.start === b.start;
}

function isWithin(inner: FileRange, outer: FileRange): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}
