import { isDefaultSection } from '../../settings/section.ts';
import type { ExternalRegistration } from './registration.ts';

export function isOnDefault({ section }: Pick<ExternalRegistration, 'section'>): boolean {
  return section !== null && isDefaultSection(section);
}
