import type { FileRange } from '../../../location.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { type Invocation, readArguments, readInvocation } from '../../../syntax/csharp/invocation.ts';
import {
  childInRole,
  descendants,
  descendantsOfKind,
  namedChildren,
  type SyntaxNode,
  textOf,
} from '../../../syntax/csharp/node.ts';
import { type CSharpProject, typesNamed } from '../../../syntax/csharp/project.ts';
import { meansOwnType } from '../../own-types.ts';
import { calledFunctions } from '../../startup/callable.ts';
import { authorizingMethods } from '../authorization.ts';
import { externalPackage } from '../package-surface.ts';
import { chainsOf } from './client-chains.ts';
import { filesCreating } from './client-uses.ts';
import { importsExternal, type NameSources } from './package-names.ts';
import type { RegisteredClient } from './registered-client.ts';

/** Code that the built-in client's handler would not treat as the package's did. */
export interface Difference {
  readonly code: 'sets-authorization' | 'catches-token-exception' | 'two-handlers' | 'request-context';
  readonly at: FileRange;
}

/** In everything that is said to the client, and in the classes that it sets up. */
export function differencesOf(
  invocation: Invocation,
  client: RegisteredClient | null,
  file: CSharpFile,
  sources: NameSources,
): readonly Difference[] {
  const chains = chainsOf(invocation, client, file, sources.project);
  const code = [
    ...chains,
    ...chains.flatMap((chain) => classesIn(chain, client, sources.project)),
    ...(client?.kind === 'named' ? namedClientCode(client, sources) : []),
  ];
  const own = rangeOf(invocation.nameNode, file);
  const handlers = chains.flatMap((chain) => handlersIn(chain.node, chain.file));
  const others = handlers.filter((at) => at.file !== own.file || at.start !== own.start);
  return [
    ...first('sets-authorization', settersIn(code, sources.project)),
    ...first('two-handlers', others),
    ...first('catches-token-exception', mentionsOf('TokenRequestException', sources)),
    ...first('request-context', mentionsOf('SetMaskinportenRequestContext', sources)),
  ];
}

function first(code: Difference['code'], places: readonly FileRange[]): readonly Difference[] {
  const [at] = places;
  return at ? [{ code, at }] : [];
}

interface Code {
  readonly node: SyntaxNode;
  readonly file: CSharpFile;
}

/** Nobody's client is made of so many. */
const mostCalls = 5_000;

/** What sets the header that the handler is there to set, also in functions of the app that are called, however deep. */
function settersIn(code: readonly Code[], project: CSharpProject): readonly FileRange[] {
  const reached = new Map(code.map(({ node, file }) => [node, file]));
  const found: FileRange[] = [];
  let calls = 0;
  for (const [body, file] of reached) {
    for (const node of descendants(body)) {
      const setter = setterAt(node, file, project);
      if (setter) found.push(rangeOf(setter, file));
      const call = setter ? null : readInvocation(node, file.text);
      if (call === null || calls >= mostCalls) continue;
      calls += 1;
      for (const called of calledFunctions(call, file, project)) reached.set(called.body, called.file);
    }
  }
  return found;
}

function setterAt(node: SyntaxNode, file: CSharpFile, project: CSharpProject): SyntaxNode | null {
  if (node.kind === 'assignment_expression') {
    const target = childInRole(node, 'left');
    return target && isHeader(target, file, project) ? node : null;
  }
  if (node.kind === 'initializer_expression') return isHeaderEntry(node, file, project) ? node : null;
  const call = readInvocation(node, file.text);
  return call && addsHeader(call, file, project) ? call.nameNode : null;
}

/** `Headers = { { "Authorization", value } }` */
function isHeaderEntry(entry: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const [name, ...values] = namedChildren(entry);
  const isEntry = entry.parent?.kind === 'initializer_expression' && values.length > 0;
  return isEntry && name !== undefined && isHeaderName(name, file, project);
}

/** `x.Authorization`, also in an initializer, and `x["Authorization"]`. */
function isHeader(target: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const list = childInRole(target, 'subscript');
  const key = list && readArguments(list, file.text)[0];
  if (key) return isHeaderName(key.value, file, project);
  const name = target.kind === 'member_access_expression' ? childInRole(target, 'name') : target;
  return name !== null && textOf(name, file.text) === 'Authorization';
}

function addsHeader({ name, arguments: args }: Invocation, file: CSharpFile, project: CSharpProject): boolean {
  if (name === 'SetBearerToken') return true;
  const [header] = args;
  return /^(Add|TryAdd|Set)/.test(name) && header !== undefined && isHeaderName(header.value, file, project);
}

function isHeaderName(value: SyntaxNode, file: CSharpFile, project: CSharpProject): boolean {
  const text = evaluateString(value, file, project);
  if (text.kind === 'known') return text.value.toLowerCase() === 'authorization';
  return /\bHeaderNames\s*\.\s*Authorization\b/.test(textOf(value, file.text));
}

/** The app's own classes that the chain names, with what they derive from. */
function classesIn({ node, file }: Code, client: RegisteredClient | null, project: CSharpProject): readonly Code[] {
  const named = [...descendantsOfKind(node, 'identifier')].map((name) => textOf(name, file.text));
  const pending = [...new Set([...named, ...(client?.kind === 'typed' ? client.types : [])])].filter((name) =>
    /^[A-Z]/.test(name),
  );
  const seen = new Set<string>();
  const found: Code[] = [];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    for (const type of typesNamed(project, name)) {
      found.push(type);
      pending.push(...type.bases.map((base) => base.split('.').at(-1)?.replace(/<.*/, '') ?? ''));
    }
  }
  return found;
}

function namedClientCode(
  client: Extract<RegisteredClient, { kind: 'named' }>,
  { project }: NameSources,
): readonly Code[] {
  return filesCreating(client, project).flatMap((file) => file.views.map(({ root }) => ({ node: root, file })));
}

const handlerMethods = [
  'AddMaskinportenHttpClient',
  'AddMaskinportenHttpMessageHandler',
  ...Object.keys(authorizingMethods),
];

/** Of two handlers on one client the outer one's token counted before, and the inner one's counts after. */
function handlersIn(chain: SyntaxNode, file: CSharpFile): readonly FileRange[] {
  return [chain, ...descendantsOfKind(chain, 'invocation_expression')].flatMap((node) => {
    const call = readInvocation(node, file.text);
    return call !== null && handlerMethods.includes(call.name) ? [rangeOf(call.nameNode, file)] : [];
  });
}

/** Where the app names something of the package's. */
function mentionsOf(name: string, sources: NameSources): readonly FileRange[] {
  return sources.project.filesMentioning(name).flatMap((file) =>
    nodesOfKind(file, 'identifier')
      .filter((node) => textOf(node, file.text) === name)
      .filter((node) => !meansOwnType(name, node, file, sources.project, sources.imports.of(file)))
      .filter((node) => importsExternal(file, sources) || isInFull(node, file))
      .map((node) => rangeOf(node, file)),
  );
}

/** Written with the namespace before it. */
function isInFull({ parent }: SyntaxNode, file: CSharpFile): boolean {
  const isQualified = parent?.kind === 'qualified_name' || parent?.kind === 'member_access_expression';
  return isQualified && textOf(parent, file.text).includes(externalPackage);
}

function rangeOf({ start, end }: SyntaxNode, file: CSharpFile): FileRange {
  return { file: file.path, start, end };
}
