import type { FileRange } from '../../location.ts';
import { functionKinds, lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { type Invocation, invocationAt, readInvocation } from '../../syntax/csharp/invocation.ts';
import { closest, descendantsOfKind, type SyntaxNode } from '../../syntax/csharp/node.ts';
import { rootOf } from '../../syntax/csharp/project.ts';
import type { App } from '../app.ts';
import { bodyOf, type Callable } from '../startup/callable.ts';
import { referencesTo } from './function-references.ts';
import { fillsVaultSettings, onlyWires } from './mere-wiring.ts';
import { formOf, isFree, withTheirOwn } from './removable-function.ts';

/** All that an app would be without if it did without Key Vault as a source of configuration. */
export interface WiringCode {
  readonly calls: readonly WiringCall[];
  /** Functions that are there for nothing else. */
  readonly functions: readonly Callable[];
  /** Where such a function is named in a way that is not followed. */
  readonly namedElsewhere: readonly FileRange[];
}

export interface WiringCall {
  readonly file: CSharpFile;
  readonly invocation: Invocation;
  readonly form: 'extension' | 'static';
  /** Statements beside it that fill what it takes. */
  readonly filling: readonly FileRange[];
}

/** From the calls outwards: a lambda or function that is only there for one of them goes, and so does what calls it. */
export function wiringCodeOf(app: Pick<App, 'sources' | 'workspace'>, wirings: readonly FileRange[]): WiringCode {
  const calls: WiringCall[] = [];
  const functions: Callable[] = [];
  const namedElsewhere: FileRange[] = [];
  const pending = wirings.flatMap((at) => callAt(app, at));
  for (const { file, invocation, form } of pending) {
    const around = invocation.node.parent && closest(invocation.node.parent, ...functionKinds, ...lambdaKinds);
    const isOnlyFor = around !== null && onlyWires(around, file, app.sources);
    const configuring = isOnlyFor ? configuringCall(around, file) : null;
    const callable = isOnlyFor ? callableOf(around, file) : null;
    if (configuring) pending.push({ file, invocation: configuring, form: 'extension' });
    else if (callable === null || !isFree(callable)) {
      calls.push({ file, invocation, form, filling: fillingStatements(invocation, around, file) });
    } else if (!functions.some(({ declaration }) => declaration === callable.declaration)) {
      functions.push(callable);
      for (const reference of referencesTo(callable, app)) {
        if (reference.kind === 'call')
          pending.push({ ...reference, form: formOf(reference.invocation, reference.file, callable) });
        else if (reference.kind === 'other') namedElsewhere.push(reference.at);
        else if (isConfiguring(reference.to))
          pending.push({ ...reference, invocation: reference.to, form: 'extension' });
        else namedElsewhere.push(rangeIn(reference.file, reference.to));
      }
    }
  }
  return { calls: eachOnce(calls), functions: withTheirOwn(functions, app), namedElsewhere };
}

function callAt({ sources }: Pick<App, 'sources'>, at: FileRange): readonly Omit<WiringCall, 'filling'>[] {
  const file = sources.file(at.file);
  const found = file?.views.map(({ root }) => invocationAt(root, at, file.text)).find((one) => one !== null);
  return file && found ? [{ file, invocation: found, form: 'extension' }] : [];
}

function eachOnce(calls: readonly WiringCall[]): readonly WiringCall[] {
  return [...new Map(calls.map((call) => [call.invocation.node, call])).values()];
}

/** `ConfigureAppConfiguration((_, config) => …)` around a lambda. */
function configuringCall(lambda: SyntaxNode, { text }: CSharpFile): Invocation | null {
  const call = lambdaKinds.includes(lambda.kind) ? lambda.parent?.parent?.parent : null;
  const invocation = call ? readInvocation(call, text) : null;
  return invocation && isConfiguring(invocation) ? invocation : null;
}

function isConfiguring({ name, receiver, arguments: given }: Invocation): boolean {
  return name === 'ConfigureAppConfiguration' && receiver !== null && given.length === 1;
}

function callableOf(declaration: SyntaxNode, file: CSharpFile): Callable | null {
  const body = bodyOf(declaration);
  return body && { file, declaration, body };
}

/** In the same function. */
function fillingStatements({ node }: Invocation, around: SyntaxNode | null, file: CSharpFile): readonly FileRange[] {
  const isBeside = ({ parent }: SyntaxNode) =>
    parent !== null && closest(parent, ...functionKinds, ...lambdaKinds) === around;
  return [...descendantsOfKind(around ?? rootOf(node), 'expression_statement')]
    .filter((statement) => isBeside(statement) && fillsVaultSettings(statement, file.text))
    .map((statement) => rangeIn(file, statement));
}
