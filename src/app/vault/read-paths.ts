import type { FileRange } from '../../location.ts';
import { evaluateString } from '../../syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind } from '../../syntax/csharp/file.ts';
import { readInvocation } from '../../syntax/csharp/invocation.ts';
import { childInRole, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, callsNamed, oncePerFile } from '../../syntax/csharp/project.ts';
import { rangeOf } from '../clients/consumers/services-call.ts';
import { configKeyOf, sectionOf } from '../clients/section-path.ts';

/** A section or a key that code takes from the app's configuration. */
export interface ReadPath {
  /** `A:B`. */
  readonly path: string;
  readonly at: FileRange;
}

/** One place that takes it. */
export interface PathRead extends ReadPath {
  /** The expression that stands for what is read. */
  readonly node: SyntaxNode;
  readonly file: CSharpFile;
}

/** Each path once. */
export function readPaths(project: CSharpProject): readonly ReadPath[] {
  const paths = pathReads(project).map(({ path, at }) => ({ path, at }));
  return [...new Map(paths.reverse().map((one) => [one.path.toLowerCase(), one])).values()].reverse();
}

/** `GetSection("A")` and what else names a path, by whatever it is bound to. */
export function pathReads(project: CSharpProject): readonly PathRead[] {
  return [...sectionsRead(project), ...sectionsBound(project), ...keysCalled(project), ...keysIndexed(project)];
}

/** Of `GetSection("A").GetSection("B")` the whole, which is what is read. */
function sectionsRead(project: CSharpProject): readonly PathRead[] {
  return ['GetSection', 'GetRequiredSection'].flatMap((method) =>
    callsNamed(project, method).flatMap(({ file, invocation }) => {
      const { node, nameNode } = invocation;
      const section = isOuterSection(node, file) ? null : sectionOf(node, file, project);
      return section?.kind === 'section' ? [{ path: section.path, at: rangeOf(nameNode, file), node, file }] : [];
    }),
  );
}

/** Whether a key or a section of it is asked for, which is a read of its own. */
export function isOuterSection(node: SyntaxNode, file: CSharpFile): boolean {
  const { parent } = node;
  if (parent?.kind === 'element_access_expression') return node.field === 'expression';
  const link = parent?.kind === 'member_access_expression' ? parent.parent : null;
  const next = link ? readInvocation(link, file.text) : null;
  return next !== null && ['GetSection', 'GetRequiredSection', 'GetValue'].includes(next.name);
}

/** `config.Bind("A", settings)`; with one argument it binds what it is called on. */
function sectionsBound(project: CSharpProject): readonly PathRead[] {
  return callsNamed(project, 'Bind').flatMap(({ file, invocation: { node, receiver, arguments: given, nameNode } }) => {
    const [name, settings] = given;
    if (receiver === null || !isConfiguration(receiver, file) || !name || !settings) return [];
    const path = configKeyOf(name.value, file, project, sectionOf(receiver, file, project));
    return path === null ? [] : [{ path, at: rangeOf(nameNode, file), node, file }];
  });
}

/** What methods other than `GetSection` call a path, and what stands before the name that they take. */
const namingMethods = { GetValue: '', BindConfiguration: '', GetConnectionString: 'ConnectionStrings:' };

function keysCalled(project: CSharpProject): readonly PathRead[] {
  return Object.entries(namingMethods).flatMap(([method, before]) =>
    callsNamed(project, method).flatMap(({ file, invocation }) => {
      const [first] = invocation.arguments;
      const name = first && evaluateString(first.value, file, project);
      const key =
        method === 'GetValue'
          ? configKeyOf(invocation.node, file, project)
          : name?.kind === 'known' && `${before}${name.value}`;
      return key ? [{ path: key, at: rangeOf(invocation.nameNode, file), node: invocation.node, file }] : [];
    }),
  );
}

const indexedConfiguration =
  /[Cc]onfig\w{0,60}\s{0,20}[!?]?\s{0,20}\[|Get(?:Required)?Section\b|\bI?Configuration(?:Root|Manager)?\??\s{1,20}\w/;

function keysIndexed(project: CSharpProject): readonly PathRead[] {
  return project.filesMentioning('onfig', indexedConfiguration).flatMap((file) =>
    nodesOfKind(file, 'element_access_expression').flatMap((node) => {
      const key = isConfiguration(childInRole(node, 'expression'), file) ? configKeyOf(node, file, project) : null;
      return key === null ? [] : [{ path: key, at: rangeOf(node, file), node, file }];
    }),
  );
}

/** By what it is called, or declared as in this file; any other name may hold anything. */
function isConfiguration(receiver: SyntaxNode | null, file: CSharpFile): boolean {
  if (receiver === null) return false;
  const call = readInvocation(receiver, file.text);
  if (call !== null) return call.name === 'GetSection' || call.name === 'GetRequiredSection';
  const name = /(?<!\w)(\w+)!?$/.exec(textOf(receiver, file.text))?.[1] ?? '';
  return /(?:[Cc]onfig\w*|[Ss]ection)$/.test(name) || declaredConfigurations(file).has(name);
}

const declaredConfigurations = oncePerFile(({ text }): ReadonlySet<string> => {
  const declarations = text.matchAll(/\bI?Configuration(?:Root|Manager)?\??\s{1,20}@?(\w+)/g);
  return new Set([...declarations].flatMap(({ 1: name }) => name ?? []));
});
