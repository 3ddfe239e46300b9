import { type NuGetVersion, version } from './nuget-version.ts';

/**
 * Releases of Altinn.App.Api and Altinn.App.Core by number: every release at which behaviour changes, the first of
 * each minor line, and the newest of a line where it is known (8.6.6, 8.11.5, 8.12.7). A floating or ranged version
 * is read as the newest of these that it allows: a line's real newest patch may be higher, but behaves the same.
 * Source: the app library's release tags. There was no 8.4.
 */
export const KNOWN_RELEASES: readonly NuGetVersion[] = [
  ...['8.0.0', '8.1.0', '8.2.0', '8.2.3', '8.2.4', '8.2.6', '8.3.0', '8.3.4', '8.5.0', '8.5.5', '8.6.0', '8.6.6'],
  ...['8.7.0', '8.8.0', '8.9.0', '8.9.1', '8.9.2', '8.10.0', '8.10.2', '8.11.0', '8.11.5'],
  ...['8.12.0', '8.12.5', '8.12.6', '8.12.7'],
].map(version);

/** Majors whose behaviour is known while their release numbers are not; of 9 there are only previews so far. */
export const UNNUMBERED_MAJORS: readonly NuGetVersion[] = ['3.0.0', '4.0.0', '5.0.0', '6.0.0', '7.0.0', '9.0.0-0'].map(
  version,
);
