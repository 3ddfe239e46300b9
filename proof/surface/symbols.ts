import { parse } from 'semver';

/**
 * What a stand-in asks with `#if`: one symbol for each version in which a library's public surface, or what a start-up does, changed. A symbol
 * holds in that version and all newer ones.
 */
export type Family = keyof typeof changes;

const changes = {
  ALTINN_APP: [
    '7.0',
    '8.0',
    '8.1',
    '8.2.6',
    '8.3',
    '8.3.4',
    '8.5',
    '8.5.5',
    '8.6',
    '8.7',
    '8.9',
    '8.10.2',
    '8.12.5',
    '9.0',
  ],
  MASKINPORTEN: ['2.0', '3.0', '4.0', '5.0', '6.0', '7.0', '8.0', '9.0', '9.1', '10.0', '10.1'],
  DAN: ['3.0'],
} as const;

/** `symbolsOf('ALTINN_APP', '8.6.3')` has `ALTINN_APP_8_6_OR_GREATER` and all older ones. */
export function symbolsOf(family: Family, version: string): readonly string[] {
  return heldBy(family, version).map((change) => `${family}_${change.replaceAll('.', '_')}_OR_GREATER`);
}

/** The version that brought the surface of this one: all versions up to the next change are alike. */
export function surfaceOf(family: Family, version: string): string {
  return heldBy(family, version).at(-1) ?? `before ${changes[family][0]}`;
}

function heldBy(family: Family, version: string): readonly string[] {
  return changes[family].filter((change) => isAtLeast(version, change));
}

/** A preview of 9.0 has the surface of 9.0. */
function isAtLeast(version: string, change: string): boolean {
  const [have, wanted] = [parse(version), parse(change.split('.').length === 2 ? `${change}.0` : change)];
  if (have === null || wanted === null) throw new Error(`not a version: ${version}`);
  return have.compareMain(wanted) >= 0;
}
