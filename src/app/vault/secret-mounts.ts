import { posix } from 'node:path';
import type { Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import { pairOf, type YamlItem, type YamlMap, type YamlNode } from '../../syntax/yaml/document.ts';
import { loadYaml } from '../../syntax/yaml/loading.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import type { VaultOrder } from './vault-order.ts';

/** What a deployment says of the secret that the vault's own credentials (`kvSetting`) come in, where there is a vault. */
export interface SecretMounts {
  /** `deployment/values.yaml`; null when there is none that can be read. */
  readonly file: string | null;
  /** Items of `volumeMounts` and of `volumes` that mount it. */
  readonly mounts: readonly FileRange[];
  readonly volumes: readonly FileRange[];
}

export const mountedSecret = 'altinn-appsettings-secret';

const none: SecretMounts = { file: null, mounts: [], volumes: [] };

/** The parser for YAML is loaded only where a vault is wired: most templates mount its secret without one. */
export async function readSecretMounts(
  workspace: Workspace,
  { path, projectFolder }: AppLocation,
  vault: VaultOrder,
): Promise<SecretMounts> {
  const places = [path, projectFolder].map((folder) => posix.join(folder, 'deployment/values.yaml').toLowerCase());
  const file = workspace.files.find((candidate) => places.includes(candidate.toLowerCase()));
  if (file === undefined) return none;
  if (vault.kind === 'none') return { ...none, file };
  const read = workspace.read(file);
  const { parseYaml } = await loadYaml();
  const parsed = read.kind === 'text' ? parseYaml(read.source.text) : null;
  if (parsed?.kind !== 'document') return none;
  const roots = parsed.document.roots.flatMap(holdersIn);
  const volumes = itemsIn(roots, 'volumes').filter(isOfSecret);
  const names = [mountedSecret, ...volumes.flatMap(({ map }) => textAt(map, 'name') ?? [])];
  const mounts = itemsIn(roots, 'volumeMounts').filter(({ map }) => names.includes(textAt(map, 'name') ?? ''));
  const placeOf = ({ item: { range } }: MapItem) => ({ file, start: range.start, end: range.end });
  return { file, mounts: mounts.map(placeOf), volumes: volumes.map(placeOf) };
}

interface MapItem {
  readonly item: YamlItem;
  readonly map: YamlMap;
}

/** Volumes stand at the top, or under `deployment`, which is what the chart reads. */
function holdersIn(root: YamlNode | null): readonly YamlMap[] {
  const top = mapOf(root);
  const deployment = mapOf(top && pairOf(top, 'deployment')?.value);
  return [top, deployment].filter((map) => map !== null);
}

function itemsIn(holders: readonly YamlMap[], key: string): readonly MapItem[] {
  return holders.flatMap((holder) => {
    const value = resolved(pairOf(holder, key)?.value ?? null);
    const items = value?.kind === 'sequence' ? value.items : [];
    return items.flatMap((item) => {
      const map = mapOf(item.value);
      return map ? [{ item, map }] : [];
    });
  });
}

/** A volume may have any name: what it holds is told by the secret's. */
function isOfSecret({ map }: MapItem): boolean {
  const secret = mapOf(pairOf(map, 'secret')?.value);
  const name = secret ? textAt(secret, 'secretName') : textAt(map, 'name');
  return name === mountedSecret;
}

function textAt(map: YamlMap, key: string): string | null {
  const value = resolved(pairOf(map, key)?.value ?? null);
  return value?.kind === 'scalar' ? value.text : null;
}

function mapOf(node: YamlNode | null | undefined): YamlMap | null {
  const value = resolved(node ?? null);
  return value?.kind === 'map' ? value : null;
}

function resolved(node: YamlNode | null): YamlNode | null {
  return node?.kind === 'alias' ? node.target : node;
}
