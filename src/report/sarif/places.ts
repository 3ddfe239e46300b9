import type { Location } from '../../location.ts';
import { placeIn } from '../entries.ts';
import type { ArtifactLocation, Region, SarifLocation } from './log.ts';

/** A file by its path, each part percent-encoded. */
export function artifactAt(path: string): ArtifactLocation {
  return { uri: path.split('/').map(encoded).join('/'), uriBaseId: '%SRCROOT%' };
}

/** A name on disk need not be well-formed, a URI must. */
function encoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

/** Without a region for a file as a whole. */
export function locationAt(path: string, location: Location | null): SarifLocation {
  const place = location === null ? null : placeIn(location);
  const artifactLocation = artifactAt(path);
  return { physicalLocation: place === null ? { artifactLocation } : { artifactLocation, region: regionOf(place) } };
}

export function regionOf({ line, column, endLine, endColumn }: Omit<Location, 'file'>): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
