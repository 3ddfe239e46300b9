import { readFileSync } from 'node:fs';

/** As in package.json, which stands one folder above `dist/` and two above this file's source. */
export function toolVersion(): string {
  for (const place of ['../package.json', '../../package.json']) {
    const manifest = readManifest(new URL(place, import.meta.url));
    if (manifest !== null) return manifest;
  }
  throw new Error('package.json is missing');
}

function readManifest(place: URL): string | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(place, 'utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('name' in parsed) || !('version' in parsed)) return null;
    return parsed.name === 'maskinflytt' && typeof parsed.version === 'string' ? parsed.version : null;
  } catch {
    return null;
  }
}
