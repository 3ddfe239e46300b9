import { applyTidily } from '../../src/files/blank-lines.ts';
import type { TextEdit } from '../../src/files/edits.ts';
import { type CSharpFile, nodesOfKind } from '../../src/syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../src/syntax/csharp/invocation.ts';
import { closest } from '../../src/syntax/csharp/node.ts';
import type { CommentJudge } from '../../src/syntax/csharp/operations/comments.ts';
import { adjustImports } from '../../src/syntax/csharp/operations/imports.ts';
import { insertBelow } from '../../src/syntax/csharp/operations/insert-below.ts';
import { insertStatement } from '../../src/syntax/csharp/operations/insert-statement.ts';
import type { Operation } from '../../src/syntax/csharp/operations/operation.ts';
import { removeCall } from '../../src/syntax/csharp/operations/remove-call.ts';
import { replaceCall } from '../../src/syntax/csharp/operations/replace-call.ts';
import type { Rewrite } from '../../src/syntax/csharp/operations/rewrite.ts';
import { rewriteTogether } from '../../src/syntax/csharp/operations/rewrite-together.ts';
import { usingsOf } from '../../src/syntax/csharp/using.ts';
import type { ReadApp } from './apps.ts';
import type { Chance } from './generate/chance.ts';
import type { EditJob } from './oracle.ts';

/** Comments are about something else, so that none of them may go but with its own line. */
export const silent: CommentJudge = { isAbout: () => false, namesIt: () => false };

interface Attempt {
  readonly sort: string;
  readonly operation: Operation;
}

export interface Edits {
  readonly jobs: readonly EditJob[];
  /** How many were refused, by what was asked. */
  readonly refused: number;
}

/** Some edits of each kind in each file of an app; those that we refuse to make change nothing. */
export function editsIn(app: ReadApp, perFile: number, chance: Chance): Edits {
  const jobs: EditJob[] = [];
  let refused = 0;
  for (const file of app.files) {
    const calls = nodesOfKind(file, 'invocation_expression').flatMap((node) => readInvocation(node, file.text) ?? []);
    const chosen = chance.several(perFile, perFile, () => calls[chance.below(calls.length)]).filter((call) => call);
    const attempts = [...chosen.flatMap((call) => (call ? attemptsAt(call, file) : [])), ...importAttempts(file)];
    for (const [index, { sort, operation }] of attempts.entries()) {
      if (operation.kind === 'refused') refused++;
      else if (operation.edits.length > 0) {
        jobs.push(jobFor(`${sort}: ${app.id}/${file.path} (${index})`, sort, file, operation.edits));
      }
    }
  }
  return { jobs, refused };
}

function jobFor(id: string, sort: string, file: CSharpFile, changes: readonly TextEdit[]): EditJob {
  return {
    id,
    edit: {
      kind: sort === 'statements removed' ? 'statement' : 'any',
      before: file.text,
      after: applyTidily(file.text, changes),
      changes,
      symbolSets: file.views.map(({ symbols }) => [...symbols]),
    },
  };
}

function attemptsAt(call: Invocation, file: CSharpFile): readonly Attempt[] {
  const links = [
    { name: 'Added', typeArguments: ['C'], arguments: [] },
    { name: 'Use', typeArguments: [], arguments: ['"a"', '"b"'] },
  ];
  const replaced = { receiver: null, through: call.end, links, keeps: [] };
  const statement = closest(call.node, 'expression_statement');
  return [
    ...(isOnType(call)
      ? []
      : [{ sort: 'calls removed', operation: removeCall(file, { call, form: 'extension' }, silent) }]),
    ...(call.receiver ? [made('calls replaced', file, replaceCall(file, call, replaced))] : []),
    made('statements inserted', file, insertStatement(file, call, 'Inserted();')),
    made('code inserted below', file, insertBelow(file, call, 'Inserted();')),
    ...(statement
      ? [made('statements removed', file, { kind: 'remove-statement', statement, keeps: [], once: [] })]
      : []),
  ];
}

/** `string.Join(…)` has nothing that could stand in for it. */
function isOnType({ receiver }: Invocation): boolean {
  return receiver?.kind === 'predefined_type' || receiver?.kind === 'base';
}

function made(sort: string, file: CSharpFile, rewrite: Rewrite): Attempt {
  const [operation] = rewriteTogether(file, [rewrite], silent);
  return { sort, operation: operation ?? { kind: 'refused', refusal: 'not-found' } };
}

function importAttempts(file: CSharpFile): readonly Attempt[] {
  const namespaces = usingsOf(file).flatMap(({ kind, target }) => (kind === 'namespace' ? [target] : []));
  const needs = ['Altinn.App.Api.Extensions', 'Microsoft.Extensions.DependencyInjection'];
  const mayGo = namespaces.slice(0, 2).map((namespace) => ({ namespace, names: [] }));
  return [
    { sort: 'usings added', operation: adjustImports(file, { needs, mayGo: [], available: [], gone: [] }) },
    { sort: 'usings removed', operation: adjustImports(file, { needs: [], mayGo, available: [], gone: [] }) },
    { sort: 'usings exchanged', operation: adjustImports(file, { needs, mayGo, available: [], gone: [] }) },
  ];
}
