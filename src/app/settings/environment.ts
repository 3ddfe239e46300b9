import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';

/** Environment variables of the default section that a deployment sets: they win over what Studio provisions. */
export interface EnvironmentSettings {
  readonly file: string;
  /** As written, without the section. */
  readonly keys: readonly string[];
}

const deploymentFiles =
  /(?:^|\/)(?:deployment\/[^/]*\.ya?ml|dockerfile(?:\.[^/]*)?|[^/]*\.dockerfile|(?:docker-)?compose[^/]*\.ya?ml)$/i;
/** `other__MaskinportenSettings__ClientId` belongs to another section. */
const identityKey = /(?<![\w:])MaskinportenSettings(?:__|:)(ClientId|Jwk\w*|EncodedJwk)\b/gi;

/** In the files that say how the app is built and deployed: its own, and those beside or above it. */
export function readEnvironmentSettings(workspace: Workspace, appPath: string): readonly EnvironmentSettings[] {
  return workspace.files
    .filter((file) => deploymentFiles.test(file) && concerns(file, appPath))
    .flatMap((file) => {
      const read = workspace.read(file);
      const keys = read.kind === 'text' ? keysIn(read.source.text) : [];
      return keys.length > 0 ? [{ file, keys }] : [];
    });
}

function concerns(file: string, appPath: string): boolean {
  const isOutside = (path: string) => path.startsWith('..');
  const folder = posix.dirname(file).replace(/(^|\/)deployment$/i, '') || '.';
  return !isOutside(posix.relative(appPath, folder)) || !isOutside(posix.relative(folder, appPath));
}

function keysIn(text: string): readonly string[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => !line.trimStart().startsWith('#'));
  const keys = lines.flatMap((line) => [...line.matchAll(identityKey)].map(([, key = '']) => key));
  return [...new Set(keys)];
}
