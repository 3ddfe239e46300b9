import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { calledFunctions } from './callable.ts';
import type { ExecutedCall } from './execution.ts';

/** What makes Key Vault a source of configuration; the last is the documented helper of old, where it is in a library. */
export const vaultMethods: readonly string[] = [
  'AddAzureKeyVaultAsConfigProvider',
  'AddAzureKeyVault',
  'ConnectToKeyVault',
];

export function isVaultCall({ invocation, file }: ExecutedCall, project: CSharpProject): boolean {
  return vaultMethods.includes(invocation.name) && calledFunctions(invocation, file, project).length === 0;
}
