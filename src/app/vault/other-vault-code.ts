import type { FileRange } from '../../location.ts';
import { nodesOfKind } from '../../syntax/csharp/file.ts';
import { closest, contains, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { App } from '../app.ts';
import { filesNamingAddress } from './vault-address.ts';

const names = ['AddAzureKeyVault', 'AddAzureKeyVaultAsConfigProvider', 'SecretClient'];
const texts = ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'interpolated_string_expression'];

/** Code outside of the ranges that wires the vault, reads it, or asks which vault it is. */
export function otherVaultCode(app: Pick<App, 'sources'>, gone: readonly FileRange[]): readonly FileRange[] {
  const files = new Set([...names.flatMap((name) => app.sources.filesMentioning(name)), ...filesNamingAddress(app)]);
  return [...files].flatMap((file) => {
    const { path, text } = file;
    const isGone = (node: SyntaxNode) => gone.some((range) => range.file === path && contains(range, node));
    const named = nodesOfKind(file, 'identifier').filter((node) => names.includes(textOf(node, text)));
    const asked = nodesOfKind(file, ...texts).filter((node) => /^[@$"]*kvSetting\b/i.test(textOf(node, text)));
    return [...named, ...asked]
      .filter((node) => !isGone(node) && closest(node, 'using_directive') === null)
      .map(({ start, end }) => ({ file: path, start, end }));
  });
}
