import { compareVersions, type NuGetVersion, parseVersion } from './nuget-version.ts';

export interface Bound {
  readonly version: NuGetVersion;
  readonly inclusive: boolean;
}

/** `8.6.*`: the numbers before the star; `prerelease` is null for releases only, else the label's beginning. */
export interface Floating {
  readonly numbers: readonly number[];
  readonly prerelease: string | null;
}

/** What stands in a `Version` attribute. */
export type VersionRange =
  | { readonly kind: 'minimum'; readonly version: NuGetVersion }
  | { readonly kind: 'floating'; readonly floating: Floating }
  | {
      readonly kind: 'interval';
      readonly lower: Bound | null;
      readonly upper: Bound | null;
      /** `[8.*,9.0)` floats inside the interval. */
      readonly floating: Floating | null;
    };

export function parseRange(text: string): VersionRange | null {
  const trimmed = text.trim();
  if (/^[[(]/.test(trimmed)) return parseInterval(trimmed);
  const floating = parseFloating(trimmed);
  if (floating !== null) return { kind: 'floating', floating };
  const version = parseVersion(trimmed);
  return version === null ? null : { kind: 'minimum', version };
}

const INTERVAL = /^([[(])([^,]*)(?:(,)([^,]*))?([\])])$/;

function parseInterval(text: string): VersionRange | null {
  const match = INTERVAL.exec(text);
  if (match === null) return null;
  const [, open, left = '', comma, right = '', close] = match;
  const floating = parseFloating(left.trim());
  const low = floating === null ? left : lowestOf(floating);
  const lower = parseBound(low, open === '[');
  const upper = comma === undefined ? lower : parseBound(right, close === ']');
  if (lower === 'malformed' || upper === 'malformed') return null;
  if (comma === undefined && (lower === null || open !== '[' || close !== ']')) return null;
  if (lower !== null && upper !== null && isEmpty(lower, upper)) return null;
  return { kind: 'interval', lower, upper, floating };
}

function lowestOf({ numbers, prerelease }: Floating): string {
  return `${numbers.join('.') || '0'}${prerelease === null ? '' : '-0'}`;
}

function parseBound(text: string, inclusive: boolean): Bound | null | 'malformed' {
  if (text.trim() === '') return null;
  const version = parseVersion(text);
  return version === null ? 'malformed' : { version, inclusive };
}

function isEmpty(lower: Bound, upper: Bound): boolean {
  const order = compareVersions(lower.version, upper.version);
  return order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive));
}

const FLOATING = /^(?:(\d+(?:\.\d+){0,2})\.)?\*(-\*)?$/;
const FLOATING_LABEL = /^(\d+(?:\.\d+){0,3})-([0-9a-z.-]*)\*$/i;

function parseFloating(text: string): Floating | null {
  const star = FLOATING.exec(text);
  if (star !== null) return { numbers: numbersOf(star[1] ?? ''), prerelease: star[2] === undefined ? null : '' };
  const label = FLOATING_LABEL.exec(text);
  if (label === null) return null;
  const numbers = numbersOf(label[1] ?? '');
  return { numbers: [...numbers, 0, 0].slice(0, Math.max(3, numbers.length)), prerelease: label[2] ?? '' };
}

function numbersOf(text: string): readonly number[] {
  return text === '' ? [] : text.split('.').map(Number);
}
