import type { App } from '../../../src/app/app.ts';
import { bodyOf, type Callable, nameOf } from '../../../src/app/startup/callable.ts';
import { nodesOfKind } from '../../../src/syntax/csharp/file.ts';
import { loadCSharp } from '../../../src/syntax/csharp/parser.ts';
import { appWith, auditedApp, type Files } from '../../rules/audited.ts';

/** An app with these files in place of the template's. */
export async function appHolding(files: Files): Promise<App> {
  const { app } = await auditedApp(appWith('', { more: files }));
  await loadCSharp();
  return app;
}

/** The functions of a name, in the order of the files. */
export function functionsCalled(name: string, { sources }: Pick<App, 'sources'>): readonly Callable[] {
  return sources.filesMentioning(name).flatMap((file) =>
    nodesOfKind(file, 'local_function_statement', 'method_declaration').flatMap((declaration) => {
      const body = bodyOf(declaration);
      return body && nameOf(declaration, file.text) === name ? [{ file, declaration, body }] : [];
    }),
  );
}

export function functionCalled(name: string, app: Pick<App, 'sources'>): Callable {
  const [only, ...others] = functionsCalled(name, app);
  if (only === undefined || others.length > 0) throw new Error(`${others.length} others of ${name}`);
  return only;
}
