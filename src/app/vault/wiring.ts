import type { FileRange } from '../../location.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import type { Invocation } from '../../syntax/csharp/invocation.ts';
import { type CSharpProject, callsNamed } from '../../syntax/csharp/project.ts';
import { findCallables } from '../startup/callable.ts';
import { type Condition, isDevelopmentOnly } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { functionNameAround, isLeftOver } from '../startup/own-function.ts';
import { isVaultCall, vaultMethods } from '../startup/vault-call.ts';
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
  /** The name of the app's own function that it stands in; null for top-level statements. */
  readonly function: string | null;
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

/** In the order in which a starting app makes them, each once: where a deployed one makes it for the last time. */
export function readVaultWirings(startUp: StartUp, project: CSharpProject): readonly VaultWiring[] {
  const { executed, host } = startUp;
  return executed.flatMap((call, position) => {
    if (!isVaultCall(call, project) || lastOf(call, executed) !== call) return [];
    const read = readCall(call.invocation, call.file);
    const order = orderOf(call, startUp);
    return [
      {
        ...read,
        through: call.through.map(({ invocation, file }) => rangeIn(file, invocation)),
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
  const runs = executed.filter((call) => call.invocation.nameNode === invocation.nameNode);
  return runs.findLast((call) => !isDevelopmentOnly(call)) ?? runs.at(-1);
}

function orderOf(call: ExecutedCall, { executed, host }: StartUp): VaultWiring['order'] {
  if (host === null || host.when === 'unknown' || call.when === 'unknown') return 'unknown';
  return executed.indexOf(call) < executed.indexOf(host) ? 'before-host' : 'after-host';
}

export function readUnreachedWirings(
  wirings: readonly VaultWiring[],
  project: CSharpProject,
): readonly UnreachedWiring[] {
  return vaultMethods
    .flatMap((method) => callsNamed(project, method))
    .filter(({ invocation, file, root }) => {
      if (root !== file.views[0]?.root || findCallables(invocation, file, project).length > 0) return false;
      return !wirings.some(({ call }) => call.file === file.path && call.start === invocation.start);
    })
    .map(({ invocation, file }) => ({
      ...readCall(invocation, file),
      leftOver: isLeftOver(invocation.node, file, project),
    }));
}

function readCall(invocation: Invocation, file: CSharpFile): VaultCall {
  const { start, end } = invocation.nameNode;
  return {
    kind: wiringKind(invocation, file),
    method: invocation.name,
    at: { file: file.path, start, end },
    call: rangeIn(file, invocation),
    function: functionNameAround(invocation.node, file),
  };
}
