import { type Evaluation, evaluateString } from '../../../src/syntax/csharp/evaluate.ts';
import { type CSharpFile, readCSharp } from '../../../src/syntax/csharp/file.ts';
import { descendantsOfKind, namedChildren, type SyntaxNode } from '../../../src/syntax/csharp/node.ts';
import type { CSharpProject } from '../../../src/syntax/csharp/project.ts';

export function parsed(text: string, path = 'Program.cs'): CSharpFile {
  const file = readCSharp(path, text);
  if (file === null) throw new Error(`the parser gave up on ${path}`);
  return file;
}

function projectOf(sources: Readonly<Record<string, string>>): CSharpProject {
  const files = Object.entries(sources).map(([path, text]) => parsed(text, path));
  return {
    file: (path) => files.find((file) => file.path === path) ?? null,
    filesMentioning: (word) => files.filter((file) => file.text.includes(word)),
  };
}

/** The first node of a kind, in any view. */
export function firstOfKind(file: CSharpFile, kind: string): SyntaxNode {
  for (const view of file.views) for (const node of descendantsOfKind(view.root, kind)) return node;
  throw new Error(`no ${kind} in ${file.text}`);
}

/** What `Use(…)` is passed in `Program.cs`: its only argument, evaluated. */
export function evaluateUse(program: string, others: Readonly<Record<string, string>> = {}): Evaluation {
  const project = projectOf({ ...others, 'Program.cs': program });
  const file = project.file('Program.cs');
  if (file === null) throw new Error('Program.cs was not read');
  for (const view of file.views) {
    for (const call of descendantsOfKind(view.root, 'invocation_expression')) {
      const [callee, list] = namedChildren(call);
      if (callee === undefined || list === undefined || program.slice(callee.start, callee.end) !== 'Use') continue;
      const [argument] = namedChildren(list);
      const [value] = argument ? namedChildren(argument) : [];
      if (value) return evaluateString(value, file, project);
    }
  }
  throw new Error(`no Use(…) in ${program}`);
}
