import type { AppMetadata } from '../metadata/read-metadata.ts';
import { defaultSection } from './section.ts';

/** What a section that must not be the default one is called, after the app as the shared vaults have it; the second where the first is taken. */
export function movedSections(metadata: AppMetadata): readonly [usual: string, other: string] {
  const name = metadata.kind === 'known' ? metadata.app : 'app';
  return [`${name}:${defaultSection}`, `${name}:External${defaultSection}`];
}
