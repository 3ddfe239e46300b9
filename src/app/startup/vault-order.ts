import type { FileRange } from '../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import type { ExecutedCall } from './execution.ts';

/** Whether Key Vault is a source of configuration, and which of vault and host comes last and so wins. */
export type VaultOrder =
  | { readonly kind: 'none' }
  | { readonly kind: 'after-host' | 'before-host' | 'unknown'; readonly at: FileRange };

const vaultMethods = ['AddAzureKeyVaultAsConfigProvider', 'AddAzureKeyVault', 'ConnectToKeyVault'];

export function readVaultOrder(executed: readonly ExecutedCall[], files: readonly CSharpFile[]): VaultOrder {
  const vault = executed.findIndex((call) => vaultMethods.includes(call.invocation.name));
  const host = executed.findIndex((call) => call.invocation.name === 'ConfigureAppWebHost');
  const found = executed[vault];
  if (found !== undefined) {
    const { file, invocation } = found;
    const at = { file: file.path, start: invocation.nameNode.start, end: invocation.nameNode.end };
    if (host === -1 || found.deferred) return { kind: 'unknown', at };
    return { kind: vault > host ? 'after-host' : 'before-host', at };
  }
  const [unreached] = files.flatMap(vaultCalls);
  return unreached ? { kind: 'unknown', at: unreached } : { kind: 'none' };
}

function vaultCalls(file: CSharpFile): readonly FileRange[] {
  return nodesOfKind(file, 'invocation_expression').flatMap((node) => {
    const invocation = readInvocation(node, file.text);
    if (!invocation || !vaultMethods.includes(invocation.name)) return [];
    return [{ file: file.path, start: invocation.nameNode.start, end: invocation.nameNode.end }];
  });
}
