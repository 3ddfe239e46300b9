import type { Range } from '../../../location.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import type { SyntaxNode } from '../../../syntax/csharp/node.ts';
import { without } from '../../../syntax/csharp/operations/replacement.ts';
import { parametersUnusedWithout } from '../../../syntax/csharp/operations/unused-parameters.ts';
import { typesNamed } from '../../../syntax/csharp/project.ts';
import type { NameSources } from '../external/package-names.ts';
import type { GoingStatement, NewText } from './access-token.ts';
import { askingMethods } from './asking-methods.ts';
import { useOfClass } from './construction.ts';
import type { ConsumerRewrite, OldClient } from './consumer.ts';
import type { FollowedClient } from './following.ts';
import type { Mention } from './library-type.ts';
import { readProviderCall } from './provider-call.ts';
import type { Role } from './role.ts';
import { readServiceCall } from './service-call.ts';
import type { TokenCall } from './token-call.ts';
import { obstacleAt, type TokenObstacle } from './token-obstacle.ts';

/** A class, or a program without one, that names an old client. */
export interface ConsumingClass {
  readonly client: OldClient;
  readonly file: CSharpFile;
  readonly scope: SyntaxNode;
  readonly mentions: readonly (Mention & { readonly role: Role })[];
}

export function rewriteOf(consuming: ConsumingClass, followed: FollowedClient, sources: NameSources): ConsumerRewrite {
  const { client, file, scope, mentions } = consuming;
  const read = client === 'token-provider' ? readProviderCalls : readServiceCalls;
  const { calls, texts, statements, obstacles } = read(followed.calls, file, sources);
  const found = [...classObstacles(consuming, sources), ...followed.obstacles, ...obstacles];
  if (found.length > 0) return { kind: 'by-hand', obstacles: found };
  const gone = [
    ...calls.flatMap(droppedBy),
    ...texts.flatMap(({ at, keeps }) => without(at, keeps)),
    ...statements.flatMap(({ statement, keeps }) => without(statement, keeps)),
  ];
  const unused = parametersUnusedWithout(scope, file, gone, askingMethods(scope, file));
  return {
    kind: 'known',
    types: mentions.map(({ written }) => ({ at: rangeOf(written), qualified: written.kind !== 'identifier' })),
    calls,
    texts,
    statements: [
      ...statements.map(({ statement, keeps }) => ({ at: rangeOf(statement), keeps })),
      ...unused.statements.map((statement) => ({ at: rangeOf(statement), keeps: [] })),
    ],
    parameters: unused.parameters,
    nameTaken: isTaken('IMaskinportenClient', file, sources),
  };
}

function classObstacles({ file, scope, mentions }: ConsumingClass, { project }: NameSources): readonly TokenObstacle[] {
  const [first] = mentions;
  const isInjected = mentions.some(({ role }) => role.kind === 'constructor');
  const use = first && useOfClass(scope, isInjected, file, project);
  return first && use ? [obstacleAt(use, first.written, file)] : [];
}

interface Calls {
  readonly calls: readonly TokenCall[];
  readonly texts: readonly NewText[];
  readonly statements: readonly GoingStatement[];
  readonly obstacles: readonly TokenObstacle[];
}

function readProviderCalls(nodes: readonly SyntaxNode[], file: CSharpFile, { project }: NameSources): Calls {
  const read = nodes.map((node) => ({ node, call: readProviderCall(node, nodes, file, project) }));
  return {
    calls: read.flatMap(({ call }) => (typeof call === 'string' ? [] : [call])),
    texts: [],
    statements: [],
    obstacles: read.flatMap(({ node, call }) => (typeof call === 'string' ? [obstacleAt(call, node, file)] : [])),
  };
}

function readServiceCalls(nodes: readonly SyntaxNode[], file: CSharpFile, { project }: NameSources): Calls {
  const isExchange = (node: SyntaxNode) => readInvocation(node, file.text)?.name === 'ExchangeToAltinnToken';
  const exchanges = nodes.filter(isExchange);
  const read = nodes
    .filter((node) => !isExchange(node))
    .map((node) => ({ node, call: readServiceCall(node, exchanges, file, project) }));
  const known = read.flatMap(({ call }) => (typeof call === 'string' ? [] : [call]));
  const open = exchanges.filter((node) => !known.some(({ reads }) => reads.includes(node)));
  const failed = read.flatMap(({ node, call }) => (typeof call === 'string' ? [obstacleAt(call, node, file)] : []));
  const unpaired = open.map((node) => obstacleAt('exchanged-elsewhere', node, file));
  return {
    calls: known.map(({ call }) => call),
    texts: known.flatMap(({ texts }) => texts),
    statements: known.flatMap(({ statements }) => statements),
    // An exchange without its first call says nothing that the failed call does not.
    obstacles: failed.length > 0 ? failed : unpaired,
  };
}

function droppedBy({ scope, result }: TokenCall): readonly Range[] {
  return [scope.before, scope.after, ...(result.kind === 'used' ? [result.before, result.after] : [])];
}

function isTaken(name: string, file: CSharpFile, { project, imports }: NameSources): boolean {
  const isRival = imports.of(file).some(({ target }) => /\bMaskinporten\.Client$/.test(target));
  return isRival || typesNamed(project, name).length > 0;
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
