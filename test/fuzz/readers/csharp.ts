import { applyTidily } from '../../../src/files/blank-lines.ts';
import { findConflict } from '../../../src/files/edits.ts';
import { evaluateString } from '../../../src/syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind, readCSharp } from '../../../src/syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../src/syntax/csharp/invocation.ts';
import { tooDeepAt } from '../../../src/syntax/csharp/nesting.ts';
import { removeCalls } from '../../../src/syntax/csharp/operations/remove-call.ts';
import type { CSharpProject } from '../../../src/syntax/csharp/project.ts';
import { program } from '../../syntax/csharp/operations/programs.ts';
import { seedTexts } from '../input/seeds.ts';
import { textOf, treeOfText } from '../input/tree.ts';
import { sampled } from '../mutate/sampled.ts';
import { csharpStructure } from '../mutate/structure.ts';
import { mutated } from '../mutate/text.ts';
import { demand, type Target } from '../target.ts';
import { some } from './some.ts';

const seeds = /\.cs$/;
const silent = { isAbout: () => false, namesIt: () => false };

export const csharpTarget: Target = {
  name: 'csharp',
  limitMs: 6_000,
  generate(random) {
    const text = random.chance(0.2) ? sampled(program, random) : (random.among(seedTexts(seeds)) ?? '');
    return treeOfText(mutated(text, random, seedTexts(seeds), csharpStructure));
  },
  check(input) {
    const text = textOf(input);
    const file = readCSharp('Program.cs', text);
    if (file === null || tooDeepAt(file) !== null) return;
    demand(file.views.length > 0, 'a file that was read has a view');
    const project: CSharpProject = {
      file: (path) => (path === file.path ? file : null),
      filesMentioning: (word, pattern) => (text.includes(word) && (pattern?.test(text) ?? true) ? [file] : []),
    };
    const calls = nodesOfKind(file, 'invocation_expression').flatMap((node) => readInvocation(node, text) ?? []);
    for (const call of some(calls, 12)) {
      for (const argument of call.arguments) evaluateString(argument.value, file, project);
      removed(file, [call]);
    }
    removed(file, some(calls, 5));
  },
};

/** Of `string.Join(x)` nothing would be left that is a value; such a call returns no receiver, and nobody removes it. */
function removed(file: CSharpFile, all: readonly Invocation[]): void {
  const calls = all.filter(({ receiver }) => receiver?.kind !== 'predefined_type');
  const operations = removeCalls(
    file,
    calls.map((call) => ({ call, form: 'extension' })),
    silent,
  );
  const edits = operations.flatMap((operation) => (operation.kind === 'edits' ? operation.edits : []));
  // Of two calls one inside the other, whoever plans takes one.
  if (edits.length === 0 || isBroken(file) || findConflict(edits) !== null) return;
  const after = readCSharp(file.path, applyTidily(file.text, edits));
  demand(after !== null && !isBroken(after), 'a removal left a syntax error');
}

function isBroken(file: CSharpFile): boolean {
  return file.views.some(({ root }) => root.broken);
}
