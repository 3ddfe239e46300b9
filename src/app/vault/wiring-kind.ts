import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import type { Argument, Invocation } from '../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { rootOf } from '../../syntax/csharp/project.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';

/** The library's own method, the SDK's `AddAzureKeyVault`, or that of the deprecated SDK around a `KeyVaultClient`. */
export type WiringKind = 'helper' | 'sdk' | 'old-sdk';

const oldNamespaces = ['Microsoft.Extensions.Configuration.AzureKeyVault', 'Microsoft.Azure.KeyVault'];

export function wiringKind(invocation: Invocation, file: CSharpFile): WiringKind {
  if (invocation.name === 'AddAzureKeyVaultAsConfigProvider') return 'helper';
  if (invocation.name === 'ConnectToKeyVault') return 'old-sdk';
  const written = vaultArguments(invocation, file).map(({ value }) => valueText(value, file.text));
  if (written.some((text) => /KeyVaultClient|\bDefaultKeyVaultSecretManager|AzureServiceTokenProvider/.test(text))) {
    return 'old-sdk';
  }
  if (written.some((text) => /Credential\b|SecretClient\b|\bnew\s+Uri\b|\bKeyVaultSecretManager/.test(text)))
    return 'sdk';
  const isOld = usingsOf(file).some(({ target }) => oldNamespaces.some((namespace) => target.startsWith(namespace)));
  return isOld ? 'old-sdk' : 'sdk';
}

/** Without the configuration that a static call begins with. */
export function vaultArguments({ receiver, arguments: given }: Invocation, file: CSharpFile): readonly Argument[] {
  const isStatic = receiver !== null && /(^|\.)[A-Z]\w*Extensions$/.test(textOf(receiver, file.text));
  return isStatic ? given.slice(1) : given;
}

/** As written where a local gets it. */
function valueText(value: SyntaxNode, text: string): string {
  const initializer = initializerOfLocal(value, text);
  return initializer ? textOf(initializer, text) : textOf(value, text);
}

export function initializerOfLocal(value: SyntaxNode, text: string): SyntaxNode | null {
  if (value.kind !== 'identifier') return null;
  const binding = bindingInScope(textOf(value, text), value, rootOf(value), text);
  return binding?.kind === 'local' ? initializerOf(binding.declarator) : null;
}
