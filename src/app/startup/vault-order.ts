import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { calledFunctions } from './callable.ts';
import type { Condition } from './condition.ts';
import type { ExecutedCall } from './execution.ts';
import { isLeftOver } from './own-function.ts';

/** Whether Key Vault is a source of configuration, and which of vault and host comes last and so wins. */
export type VaultOrder =
  | { readonly kind: 'none' }
  | { readonly kind: 'after-host' | 'before-host' | 'unknown'; readonly at: FileRange };

export const vaultMethods: readonly string[] = [
  'AddAzureKeyVaultAsConfigProvider',
  'AddAzureKeyVault',
  'ConnectToKeyVault',
];

export function readVaultOrder(
  executed: readonly ExecutedCall[],
  files: readonly CSharpFile[],
  project: CSharpProject,
): VaultOrder {
  const deployed = executed.filter(({ conditions }) => !isForDevelopment(conditions));
  const vaults = deployed.filter(({ invocation, file }) => isVaultCall(invocation, file, project));
  const vault = vaults.at(-1);
  if (vault === undefined) {
    const [unreached] = files.flatMap((file) => vaultCallsOutside(executed, file, project));
    return unreached ? { kind: 'unknown', at: unreached } : { kind: 'none' };
  }
  const host = deployed.findLast(({ invocation }) => invocation.name === 'ConfigureAppWebHost');
  const at = placeOf(vault.invocation, vault.file);
  if (host === undefined || host.when === 'unknown' || vault.when === 'unknown') return { kind: 'unknown', at };
  if (deployed.indexOf(vault) > deployed.indexOf(host)) return { kind: 'after-host', at };
  return { kind: vaults.some(({ when }) => when === 'unknown') ? 'unknown' : 'before-host', at };
}

function isForDevelopment(conditions: readonly Condition[]): boolean {
  return conditions.some(({ environment }) => environment === 'development');
}

function placeOf({ nameNode }: Invocation, file: CSharpFile): FileRange {
  return { file: file.path, start: nameNode.start, end: nameNode.end };
}

function isVaultCall(invocation: Invocation, file: CSharpFile, project: CSharpProject): boolean {
  return vaultMethods.includes(invocation.name) && calledFunctions(invocation, file, project).length === 0;
}

/** That something may make, although the start-up was not found to. */
function vaultCallsOutside(
  executed: readonly ExecutedCall[],
  file: CSharpFile,
  project: CSharpProject,
): readonly FileRange[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const invocation = readInvocation(node, file.text);
    if (!invocation || !isVaultCall(invocation, file, project)) return [];
    const isReached = executed.some(
      (call) => call.file.path === file.path && call.invocation.nameNode.start === invocation.nameNode.start,
    );
    return isReached || isLeftOver(node, file, project) ? [] : [placeOf(invocation, file)];
  });
}
