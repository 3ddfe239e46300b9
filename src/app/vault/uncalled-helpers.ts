import { nodesOfKind } from '../../syntax/csharp/file.ts';
import { textOf } from '../../syntax/csharp/node.ts';
import type { App } from '../app.ts';
import { bodyOf, type Callable } from '../startup/callable.ts';
import { referencesTo } from './function-references.ts';
import { onlyWires } from './mere-wiring.ts';
import { isFree } from './removable-function.ts';

const wiring = /\bAddAzureKeyVault\s*\(|\bnew\s+KeyVaultClient\b/;

/** Functions that wire Key Vault, and that nothing calls any more. */
export function uncalledHelpers(app: Pick<App, 'sources' | 'workspace'>): readonly Callable[] {
  // Where nothing is parsed, no file names the vault.
  if (app.sources.parsed().length === 0) return [];
  return app.sources.filesMentioning('KeyVault', wiring).flatMap((file) =>
    nodesOfKind(file, 'local_function_statement', 'method_declaration').flatMap((declaration) => {
      const body = bodyOf(declaration);
      if (body === null || !wiring.test(textOf(body, file.text))) return [];
      const callable = { file, declaration, body };
      const isHelper = isFree(callable) && onlyWires(body, file, app.sources);
      return isHelper && referencesTo(callable, app).length === 0 ? [callable] : [];
    }),
  );
}
