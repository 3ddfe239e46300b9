import { nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { contains } from '../../syntax/csharp/node.ts';
import type { App } from '../app.ts';
import { type ClientLibrary, clientLibrariesOf } from './client-libraries.ts';

/** The libraries that register clients of the external package for the app, or may; not those it authorizes itself. */
export function bringingLibraries(app: App): readonly ClientLibrary[] {
  const libraries = clientLibrariesOf(app.projects);
  const isOpen = libraries.some(({ kind }) => kind === 'dialogporten') && !authorizesDialogporten(app);
  return libraries.filter(({ kind }) => kind !== 'dialogporten' || isOpen);
}

/** The handler of the built-in client hangs on what the library registers, wherever it does. */
function authorizesDialogporten(app: App): boolean {
  if (app.authorizations.length === 0) return false;
  const calls = registrationsOfDialogporten(app);
  const authorized = new Set(calls.filter((call) => call.authorized).map(({ name }) => name));
  return authorized.size > 0 && calls.every((call) => call.authorized || !authorized.has(call.name));
}

function registrationsOfDialogporten({ sources, authorizations }: App) {
  return sources.filesMentioning('AddDialogporten').flatMap((file) =>
    nodesOfKind(file, 'invocation_expression').flatMap((node) => {
      const call = readInvocation(node, file.text);
      if (!call?.name.startsWith('AddDialogporten')) return [];
      const hung = authorizations.filter(({ at, request }) => request !== null && at.file === file.path);
      const authorized = call.arguments.some((argument) => hung.some(({ at }) => contains(argument, at)));
      return [{ name: call.name, authorized }];
    }),
  );
}
