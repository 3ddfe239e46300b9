import { openSources } from '../src/app/sources.ts';
import { applyTidily } from '../src/files/blank-lines.ts';
import { openWorkspace } from '../src/files/open-workspace.ts';
import { walk } from '../src/files/walk.ts';
import { evaluateString } from '../src/syntax/csharp/evaluate.ts';
import { type CSharpFile, nodesOfKind, readCSharp } from '../src/syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../src/syntax/csharp/invocation.ts';
import { removeCall } from '../src/syntax/csharp/operations/remove-call.ts';
import { loadCSharp } from '../src/syntax/csharp/parser.ts';

/**
 * Tries the reading and editing of C# on a tree of real code: `npm run try-on -- <folder>`. Every call is read, its first
 * argument evaluated, and one statement in twenty removed; a removal must leave no syntax error. Prints what it counted,
 * and ends with 1 when something was wrong.
 */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('npm run try-on -- <folder>');

await loadCSharp();
const walked = walk(folder);
const paths = walked.files.filter((file) => file.toLowerCase().endsWith('.cs'));
const sources = openSources(openWorkspace(walked), paths);
const counts = new Map<string, number>();
const wrong: string[] = [];
const started = performance.now();

for (const path of paths) {
  const file = sources.file(path);
  if (file === null) {
    count('files not read');
    continue;
  }
  count('files');
  if (isBroken(file)) count('files with a syntax error');
  if (file.views.length > 1) count('files with several views');
  const calls = nodesOfKind(file, 'invocation_expression').flatMap((node) => readInvocation(node, file.text) ?? []);
  for (const [index, call] of calls.entries()) tryCall(file, call, index % 20 === 0);
}
for (const [what, number] of [...counts].sort()) console.log(`${what}: ${number}`);
console.log(`seconds: ${((performance.now() - started) / 1000).toFixed(1)}`);
for (const place of wrong) console.error(`a removal left a syntax error: ${place}`);
process.exitCode = wrong.length === 0 ? 0 : 1;

function count(what: string): void {
  counts.set(what, (counts.get(what) ?? 0) + 1);
}

function isBroken(file: CSharpFile): boolean {
  return file.views.some(({ root }) => root.broken);
}

function tryCall(file: CSharpFile, call: Invocation, remove: boolean): void {
  count('calls');
  const [first] = call.arguments;
  if (first) count(`first arguments ${evaluateString(first.value, file, sources).kind}`);
  if (!remove || call.node.parent?.kind !== 'expression_statement') return;
  const silent = { isAbout: () => false, namesIt: () => false };
  const operation = removeCall(file, { call, form: 'extension' }, silent);
  count(operation.kind === 'refused' ? `removals refused: ${operation.refusal}` : 'removals made');
  if (operation.kind === 'refused' || isBroken(file)) return;
  const after = readCSharp(file.path, applyTidily(file.text, operation.edits));
  if (after === null || isBroken(after)) wrong.push(`${file.path}, ${call.start}`);
}
