import type { CSharpProject } from '../syntax/csharp/project.ts';
import { externalBinding } from './packages/external-binding.ts';
import { readStudioFile, type StudioFile } from './settings/studio-file.ts';
import { builderLocal } from './startup/builder.ts';
import { type ConfigurationRead, readEarlyReads } from './startup/early-reads.ts';
import type { Execution } from './startup/execution.ts';
import { findHost } from './startup/host.ts';
import { type MissingHost, readMissingHost } from './startup/host-restoration.ts';
import { isVaultCall } from './startup/vault-call.ts';
import { type VaultOrder, vaultOrderOf } from './vault/vault-order.ts';
import { readUnreachedWirings, readVaultWirings, type UnreachedWiring, type VaultWiring } from './vault/wiring.ts';
import type { AltinnPackage } from './versions/packages.ts';

/** What happens to the app's configuration when it starts. */
export interface StartUpFacts {
  readonly studioFile: StudioFile;
  /** null unless the host is known not to be set up. */
  readonly missingHost: MissingHost | null;
  /** Where the host is set up, to compare with others; null when that is not known. */
  readonly hostPosition: number | null;
  readonly wirings: readonly VaultWiring[];
  readonly unreachedWirings: readonly UnreachedWiring[];
  readonly vault: VaultOrder;
  readonly configurationReads: readonly ConfigurationRead[];
}

export function readStartUp(
  execution: Execution,
  project: CSharpProject,
  startIsKnown: boolean,
  packages: readonly AltinnPackage[],
): StartUpFacts {
  const executed = execution.calls;
  const studioFile = readStudioFile(executed, project, startIsKnown);
  const missingHost =
    studioFile === 'not-loaded' ? readMissingHost(executed, project, (call) => isVaultCall(call, project)) : null;
  const host = findHost(executed, project);
  const comesBack = missingHost?.comesBack;
  const restoration = comesBack?.kind === 'restored' ? comesBack.restoration : null;
  const startUp = { executed, builder: builderLocal(executed), host, restoration };
  const wirings = readVaultWirings(startUp, project);
  const unreachedWirings = readUnreachedWirings(wirings, project);
  return {
    studioFile,
    missingHost,
    hostPosition: host && !host.deferred ? executed.indexOf(host) : null,
    wirings,
    unreachedWirings,
    vault: vaultOrderOf(wirings, unreachedWirings),
    configurationReads: readEarlyReads(execution, project, externalBinding(packages)),
  };
}
