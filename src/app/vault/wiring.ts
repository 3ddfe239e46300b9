import type { FileRange } from '../../location.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import type { Invocation } from '../../syntax/csharp/invocation.ts';
import { type CSharpProject, callsNamed } from '../../syntax/csharp/project.ts';
import { calledFunctions, findCallables } from '../startup/callable.ts';
import type { Condition } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { isLeftOver, type OwnFunction, ownFunctionAround } from '../startup/own-function.ts';
import { readMove, type WiringMove } from './move.ts';
import { readReplacement, type StartUp, type WiringReplacement } from './replacement.ts';
import { type WiringKind, wiringKind } from './wiring-kind.ts';

/** A call that makes Key Vault a source of the app's configuration. */
interface VaultCall {
  readonly kind: WiringKind;
  readonly method: string;
  /** The name of the method. */
  readonly at: FileRange;
  readonly call: FileRange;
  /** The function of the app's own that it stands in; null for top-level statements. */
  readonly function: OwnFunction | null;
}

/** One that the start-up makes. */
export interface VaultWiring extends VaultCall {
  /** The calls of the app's own functions that lead to it from where the app starts, outermost first. */
  readonly through: readonly FileRange[];
  readonly conditions: readonly Condition[];
  /** In a lambda that runs later, if ever. */
  readonly deferred: boolean;
  /** Its place in the start-up, to compare with others. */
  readonly position: number;
  readonly order: 'before-host' | 'after-host' | 'unknown';
  /** null for the library's own method. */
  readonly replacement: WiringReplacement | null;
  /** null unless it stands before the host. */
  readonly move: WiringMove | null;
}

/** One that the start-up was not found to make. */
export interface UnreachedWiring extends VaultCall {
  /** Nothing can call it any more. */
  readonly leftOver: boolean;
}

const methods = ['AddAzureKeyVaultAsConfigProvider', 'AddAzureKeyVault'];

/** In the order in which a starting app makes them, each once: where it is made for the last time. */
export function readVaultWirings(startUp: StartUp, project: CSharpProject): readonly VaultWiring[] {
  const { executed, host } = startUp;
  return executed.flatMap((call, position) => {
    if (!isVaultCall(call, project) || lastOf(call, executed) !== call) return [];
    const read = readCall(call.invocation, call.file, project);
    const order = orderOf(call, startUp);
    return [
      {
        ...read,
        through: call.through.map(({ invocation, file }) => rangeOf(invocation, file)),
        conditions: call.conditions,
        deferred: call.deferred,
        position,
        order,
        replacement: read.kind === 'helper' ? null : readReplacement(call, startUp),
        move: order === 'before-host' && host ? readMove(call, host) : null,
      },
    ];
  });
}

function lastOf({ invocation }: ExecutedCall, executed: readonly ExecutedCall[]): ExecutedCall | undefined {
  return executed.findLast((call) => call.invocation.nameNode === invocation.nameNode);
}

function orderOf(call: ExecutedCall, { executed, host }: StartUp): VaultWiring['order'] {
  if (host === null || host.when === 'unknown' || call.when === 'unknown') return 'unknown';
  return executed.indexOf(call) < executed.indexOf(host) ? 'before-host' : 'after-host';
}

export function readUnreachedWirings(
  wirings: readonly VaultWiring[],
  project: CSharpProject,
): readonly UnreachedWiring[] {
  return methods
    .flatMap((method) => callsNamed(project, method))
    .filter(({ invocation, file, root }) => {
      if (root !== file.views[0]?.root || findCallables(invocation, file, project).length > 0) return false;
      return !wirings.some(({ call }) => call.file === file.path && call.start === invocation.start);
    })
    .map(({ invocation, file }) => ({
      ...readCall(invocation, file, project),
      leftOver: isLeftOver(invocation.node, file, project),
    }));
}

export function isVaultCall({ invocation, file }: ExecutedCall, project: CSharpProject): boolean {
  return methods.includes(invocation.name) && calledFunctions(invocation, file, project).length === 0;
}

function readCall(invocation: Invocation, file: CSharpFile, project: CSharpProject): VaultCall {
  const { start, end } = invocation.nameNode;
  return {
    kind: wiringKind(invocation, file),
    method: invocation.name,
    at: { file: file.path, start, end },
    call: rangeOf(invocation, file),
    function: ownFunctionAround(invocation.node, file, project),
  };
}

function rangeOf({ start, end }: { readonly start: number; readonly end: number }, file: CSharpFile): FileRange {
  return { file: file.path, start, end };
}

/** Whether a deployed app makes it. */
export function isDeployedWiring({ conditions }: Pick<VaultWiring, 'conditions'>): boolean {
  return conditions.every(({ environment }) => environment !== 'development');
}
