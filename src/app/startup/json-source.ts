import { posix } from 'node:path';
import { initializerOf } from '../../syntax/csharp/declaration.ts';
import { writesToBinding } from '../../syntax/csharp/evaluate/local.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import type { ExecutedCall } from './execution.ts';
import type { AddedSource } from './provider-calls.ts';

/** Where the platform puts what Studio provisions. */
const provisioned = '/mnt/app-secrets/maskinporten-settings.json';
const secretMount = /^\/(.*\/)?altinn-appsettings-secret\/altinn-appsettings-secret\.json$/;

/** What `AddJsonFile` adds: a path means that very file, and the same name in another folder another one. */
export function jsonSource(call: ExecutedCall, project: CSharpProject): AddedSource {
  const argument = pathArgument(call);
  if (argument === null) return ownSource(null);
  const path = evaluateString(argument, call.file, project);
  if (path.kind === 'unknown') {
    return isOfEnvironment(argument, call.file)
      ? { kind: 'settings', files: 'environment', path: null }
      : ownSource(null);
  }
  if (path.value === provisioned) return { kind: 'studio', files: null, path: null };
  if (secretMount.test(path.value)) return { kind: 'secret-file', files: null, path: null };
  const beside = posix.normalize(path.value);
  if (beside === 'appsettings.json') return { kind: 'settings', files: 'shared', path: null };
  if (beside === 'appsettings.Local.json') return { kind: 'local-file', files: null, path: null };
  return ownSource(path.value);
}

function ownSource(path: string | null): AddedSource {
  return { kind: 'custom', files: null, path };
}

/** Of the overloads that ask the app's own folder for it: a provider of files comes before the path. */
function pathArgument({ invocation: { arguments: given } }: ExecutedCall): SyntaxNode | null {
  const [first] = given;
  const path = given.find(({ name }) => name === 'path') ?? (first?.name === null ? first : undefined);
  const isElsewhere = given.some(({ name }) => name === 'provider') || (path !== first && first?.name === null);
  return path === undefined || isElsewhere ? null : path.value;
}

const interpolated = /^\$"(?:\.\/)?appsettings\.\{([^{}:]+)\}\.json"$/;
const concatenated = /^"(?:\.\/)?appsettings\."\s*\+([^+"]+)\+\s*"\.json"$/;

/** `$"appsettings.{env.EnvironmentName}.json"`, or the same put together with `+`. */
function isOfEnvironment(path: SyntaxNode, file: CSharpFile): boolean {
  const written = textOf(path, file.text);
  const name = (interpolated.exec(written) ?? concatenated.exec(written))?.[1]?.trim();
  if (name === undefined) return false;
  if (isEnvironmentName(name)) return true;
  const root = rootOf(path);
  const binding = bindingInScope(name, path, root, file.text);
  if (binding?.kind !== 'local' || writesToBinding(binding, { node: path, root, file }).length > 0) return false;
  const initializer = initializerOf(binding.declarator);
  return initializer !== null && isEnvironmentName(textOf(initializer, file.text));
}

function isEnvironmentName(expression: string): boolean {
  return (
    /^[\w.]*\.EnvironmentName$/.test(expression) ||
    /^(System\.)?Environment\.GetEnvironmentVariable\("(ASPNETCORE|DOTNET)_ENVIRONMENT"\)(\s*\?\?\s*"Production")?$/.test(
      expression,
    )
  );
}
