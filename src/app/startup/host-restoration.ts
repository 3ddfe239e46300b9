import type { FileRange } from '../../location.ts';
import { lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import { bindingInScope } from '../../syntax/csharp/evaluate/scope.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { childInRole, contains, namedChildren, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import { type CSharpProject, rootOf } from '../../syntax/csharp/project.ts';
import { listAround, listedStatement } from '../../syntax/csharp/statement.ts';
import { type BuilderLocal, builderLocal, seesArguments, seesBuilder } from './builder.ts';
import { calledFunctions } from './callable.ts';
import { isDevelopmentOnly } from './condition.ts';
import type { ExecutedCall, PlacedCall } from './execution.ts';
import { hostMethod } from './host.ts';
import { wholeOf } from './whole.ts';

/** A start-up without `ConfigureAppWebHost`. */
export interface MissingHost {
  /** What took its place, or where the builder is made: the name of the method, and its call. */
  readonly at: FileRange;
  readonly call: FileRange;
  readonly method: string;
  readonly comesBack: ComingBack;
}

/** How the call comes back: by an edit, or only by people. */
type ComingBack =
  | { readonly kind: 'restored'; readonly restoration: HostRestoration }
  | { readonly kind: 'place-unclear' }
  /** A call is there for Development, and that would run it twice with another one. */
  | { readonly kind: 'development-only' };

export interface HostRestoration {
  readonly code: string;
  /** The statement that it goes above or below. */
  readonly at: FileRange;
  readonly side: 'above' | 'below';
  /** Statements that it takes over from. */
  readonly replaced: readonly FileRange[];
}

const makers = ['CreateBuilder', 'CreateDefaultBuilder', 'CreateSlimBuilder', 'CreateApplicationBuilder'];

export function readMissingHost(
  executed: readonly ExecutedCall[],
  project: CSharpProject,
  isVault: (call: ExecutedCall) => boolean,
): MissingHost | null {
  const isLibrary = ({ invocation, file }: ExecutedCall, name: string) =>
    invocation.name === name && calledFunctions(invocation, file, project).length === 0;
  const inDevelopment = executed.find((call) => isLibrary(call, hostMethod));
  if (inDevelopment !== undefined) return missingAt(inDevelopment, { kind: 'development-only' });
  const deployed = executed.filter((call) => !isDevelopmentOnly(call));
  const libraries = (name: string) => deployed.filter((call) => isLibrary(call, name));
  const loading = libraries('LoadAppConfig');
  const configuring = libraries('ConfigureAppConfiguration');
  const instead =
    configuring.find((call) => loading.some((load) => isWithin(load, call))) ?? loading[0] ?? configuring[0];
  const shown = instead ?? deployed.find(({ invocation }) => makers.includes(invocation.name));
  if (shown === undefined) return null;
  const isTooLate = isVaultBefore(shown, deployed, isVault);
  const restoration = isTooLate ? null : instead ? takingOver(instead, loading) : addedTo(deployed, isVault);
  return missingAt(shown, restoration ? { kind: 'restored', restoration } : { kind: 'place-unclear' });
}

function missingAt({ file, invocation }: ExecutedCall, comesBack: ComingBack): MissingHost {
  return {
    at: rangeIn(file, invocation.nameNode),
    call: rangeIn(file, invocation),
    method: invocation.name,
    comesBack,
  };
}

/** What is added before the host comes back would be asked after it from then on. */
function isVaultBefore(
  instead: ExecutedCall,
  deployed: readonly ExecutedCall[],
  isVault: (call: ExecutedCall) => boolean,
): boolean {
  return deployed
    .slice(0, deployed.indexOf(instead))
    .some((call) => isVault(call) && ![...call.through, call].some((one) => isWithin(one, instead)));
}

function isWithin(inner: PlacedCall, outer: PlacedCall): boolean {
  return inner.file === outer.file && contains(outer.invocation, inner.invocation);
}

/** Above what stands in its place: `builder.ConfigureAppConfiguration((_, c) => { c.LoadAppConfig(args); … });` */
function takingOver(instead: ExecutedCall, loading: readonly ExecutedCall[]): HostRestoration | null {
  const { invocation, file, deferred } = instead;
  const whole = wholeOf(invocation.node);
  const receiver = invocation.receiver && webHostOf(invocation.receiver, file);
  if (deferred || whole?.kind !== 'statement' || receiver === null || !seesArguments(whole.node, file)) return null;
  const replaced = loading
    .filter((load) => isWithin(load, instead))
    .map((load) => (load === instead ? whole.node : statementGoing(load, whole.node)));
  if (replaced.some((statement) => statement === null)) return null;
  return {
    code: `${receiver}.${hostMethod}(args);`,
    at: rangeIn(file, whole.node),
    side: 'above',
    replaced: replaced.flatMap((statement) => (statement ? [rangeIn(file, statement)] : [])),
  };
}

/** What goes with `LoadAppConfig`: its statement, or all of the call that takes a lambda of nothing else. */
function statementGoing({ invocation }: ExecutedCall, around: SyntaxNode): SyntaxNode | null {
  const whole = wholeOf(invocation.node);
  if (whole?.kind === 'body') return lambdaKinds.includes(whole.node.kind) ? around : null;
  const block = whole?.node.parent;
  if (!whole || !block) return null;
  const isAlone = block.kind === 'block' && block.parent !== null && lambdaKinds.includes(block.parent.kind);
  return isAlone && namedChildren(block).length === 1 ? around : whole.node;
}

/** The `IWebHostBuilder` as the code calls it, from what `ConfigureAppConfiguration` or `LoadAppConfig` is called on. */
function webHostOf(receiver: SyntaxNode, file: CSharpFile): string | null {
  // A chain may be broken over lines.
  const written = textOf(receiver, file.text).replace(/\s+/g, '');
  const configuration = /^([\w.]+)\.(WebHost|Host|Configuration)$/.exec(written);
  if (configuration) return `${configuration[1]}.WebHost`;
  const binding = bindingInScope(written, receiver, rootOf(receiver), file.text);
  const type = binding?.kind === 'parameter' ? childInRole(binding.node, 'type') : null;
  return type !== null && /(^|\.)IWebHostBuilder$/.test(textOf(type, file.text)) ? written : null;
}

/** Before the vault, so that this stays the last to be asked; else before the app is built. */
function addedTo(deployed: readonly ExecutedCall[], isVault: (call: ExecutedCall) => boolean): HostRestoration | null {
  const builder = builderLocal(deployed);
  if (builder === null) return null;
  const next = deployed.find(isVault) ?? deployed.find((call) => buildsApp(call, builder));
  const statement = next && statementIn(builder, next);
  if (!statement || !seesBuilder(builder, statement, builder.file) || !seesArguments(statement, builder.file))
    return null;
  const before = listAround(statement)
    .filter(({ end }) => end <= statement.start)
    .at(-1);
  const isOwnLine = before !== undefined && !contains(before, builder.declarator);
  return {
    code: `${builder.name}.WebHost.${hostMethod}(args);`,
    at: rangeIn(builder.file, isOwnLine ? before : statement),
    side: isOwnLine ? 'below' : 'above',
    replaced: [],
  };
}

function buildsApp({ invocation: { name, receiver }, file }: ExecutedCall, builder: BuilderLocal): boolean {
  return name === 'Build' && receiver !== null && file === builder.file && textOf(receiver, file.text) === builder.name;
}

/** The statement of the function that makes the builder which leads to a call. */
export function statementIn({ declarator, file }: BuilderLocal, call: ExecutedCall): SyntaxNode | null {
  const made = listedStatement(declarator);
  const list = made ? listAround(made) : [];
  const chain = [...call.through, call].filter((one) => one.file === file);
  return list.find((statement) => chain.some(({ invocation }) => contains(statement, invocation))) ?? null;
}
