import type { FileRange } from '../../location.ts';
import { lambdaKinds } from '../../syntax/csharp/enclosing.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import { descendants, type SyntaxNode } from '../../syntax/csharp/node.ts';
import { listedStatement } from '../../syntax/csharp/statement.ts';
import type { WiringObstacle } from '../../words/wiring-obstacles.ts';
import { type BuilderLocal, seesBuilder } from '../startup/builder.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { type HostRestoration, statementIn } from '../startup/host-restoration.ts';
import { bodyAround, takerOf } from '../startup/whole.ts';
import { type Effect, effectOf } from './effect.ts';
import { obstacleInArguments, strangeCondition } from './obstacles.ts';
import { commentsOn, type WiringComments } from './wiring-comments.ts';

/** How the library's helper takes the place of a hand-written wiring. */
export type WiringReplacement =
  | {
      readonly kind: 'replaceable';
      /** All that it does is to add the vault. */
      readonly statement: FileRange;
      /** What the helper goes below; the statement itself, where the builder can be named in its place. */
      readonly below: FileRange;
      /** The statement that leads to a later host, where the builder can be named below it. */
      readonly belowHost: FileRange | null;
      readonly builder: string;
      readonly comments: WiringComments;
    }
  | { readonly kind: 'by-hand'; readonly because: WiringObstacle; readonly condition: string | null };

/** What the start-up offers a helper that comes in. */
export interface StartUp {
  readonly executed: readonly ExecutedCall[];
  readonly builder: BuilderLocal | null;
  readonly host: ExecutedCall | null;
  readonly restoration: HostRestoration | null;
}

export function readReplacement(
  wiring: ExecutedCall,
  { executed, builder, host, restoration }: StartUp,
): WiringReplacement {
  const byHand = (because: WiringObstacle, condition: string | null = null): WiringReplacement => {
    return { kind: 'by-hand', because, condition };
  };
  const inArguments = obstacleInArguments(wiring);
  if (inArguments !== null) return byHand(inArguments);
  const strange = strangeCondition(wiring.conditions);
  if (strange !== null) return byHand('condition', strange.text);
  if (executed.filter(({ invocation: { node } }) => node === wiring.invocation.node).length > 1) {
    return byHand('several-calls');
  }
  if (wiring.deferred) return byHand('deferred');
  if (builder === null) return byHand('no-builder');
  const effect = effectOf(wiring, restoration);
  if (effect === null) return byHand('part-of-more');
  const below = placeBelow(effect, builder);
  if (below === 'order' || below === 'no-builder') return byHand(below);
  return {
    kind: 'replaceable',
    statement: rangeIn(effect.file, effect.statement),
    below: rangeIn(builder.file, below),
    belowHost: host && statementSeeing(builder, host),
    builder: builder.name,
    comments: commentsOn(effect.statement, effect.file.text),
  };
}

/** The nearest statement on the way out where the builder's name means the builder; nothing may run between. */
function placeBelow({ file, statement, through }: Effect, builder: BuilderLocal): SyntaxNode | 'order' | 'no-builder' {
  const callers = [...through];
  let at = file;
  let place = statement;
  for (;;) {
    const body = bodyAround(place);
    const isInLambda = body !== null && lambdaKinds.includes(body.kind);
    if (!isInLambda && seesBuilder(builder, place, at)) return place;
    if (body === null) return 'no-builder';
    if (isFollowed(place, body)) return 'order';
    const outer = isInLambda ? takerOf(body) : null;
    const caller = outer === null ? callers.pop() : null;
    const next = listedStatement(outer ?? caller?.invocation.node ?? place);
    if (next === null || (outer === null && caller === undefined)) return 'no-builder';
    if (caller) at = caller.file;
    place = next;
  }
}

function statementSeeing(builder: BuilderLocal, host: ExecutedCall): FileRange | null {
  const statement = statementIn(builder, host);
  return statement && seesBuilder(builder, statement, builder.file) ? rangeIn(builder.file, statement) : null;
}

function isFollowed({ end }: SyntaxNode, body: SyntaxNode): boolean {
  return [...descendants(body)].some(({ kind, start }) => kind === 'invocation_expression' && start >= end);
}
