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

/** What a deployment has a client ask for: one key of a section, set as an environment variable. */
export interface DeployedAccess {
  readonly file: string;
  readonly section: string;
  readonly key: string;
}

const accessKey =
  /(?<![\w:-])([\w-]{1,100}(?:(?:__|:)[\w-]{1,100}){0,9}?)(?:__|:)(Scope|ExhangeToAltinnToken|Resource|ConsumerOrgNo|EnterpriseUser(?:Name|Password)|TokenExchangeEnvironment|OverwriteAuthorizationHeader)(?!\w)/gi;

/** In the files that say how the app is built and deployed: its own, and those beside or above it. */
export function readEnvironmentSettings(workspace: Workspace, appPath: string): readonly EnvironmentSettings[] {
  return deploymentTexts(workspace, appPath).flatMap(({ file, text }) => {
    const keys = keysIn(text);
    return keys.length > 0 ? [{ file, keys }] : [];
  });
}

export function readDeployedAccess(workspace: Workspace, appPath: string): readonly DeployedAccess[] {
  return deploymentTexts(workspace, appPath).flatMap(({ file, text }) =>
    linesIn(text).flatMap((line) =>
      [...line.matchAll(accessKey)].map(([, section = '', key = '']) => {
        return { file, section: section.replaceAll('__', ':'), key };
      }),
    ),
  );
}

function deploymentTexts(workspace: Workspace, appPath: string) {
  return workspace.files
    .filter((file) => deploymentFiles.test(file) && concerns(file, appPath))
    .flatMap((file) => {
      const read = workspace.read(file);
      return read.kind === 'text' ? [{ file, text: read.source.text }] : [];
    });
}

function concerns(file: string, appPath: string): boolean {
  const isOutside = (path: string) => path.startsWith('..');
  const folder = posix.dirname(file).replace(/(^|\/)deployment$/i, '') || '.';
  return !isOutside(posix.relative(appPath, folder)) || !isOutside(posix.relative(folder, appPath));
}

function keysIn(text: string): readonly string[] {
  const keys = linesIn(text).flatMap((line) => [...line.matchAll(identityKey)].map(([, key = '']) => key));
  return [...new Set(keys)];
}

/** Without comments that have a line of their own. */
function linesIn(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => !line.trimStart().startsWith('#'));
}
