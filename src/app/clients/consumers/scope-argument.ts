import type { Range } from '../../../location.ts';
import { evaluateString } from '../../../syntax/csharp/evaluate.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { childInRole, type SyntaxNode } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import { scopesIn } from '../scopes.ts';
import type { Scope } from './token-call.ts';

const literals = ['string_literal', 'verbatim_string_literal', 'raw_string_literal'];

/** The scopes that a call passes on; `dropped` when nothing else of its arguments stays. */
export function scopeOf(
  value: SyntaxNode,
  others: 'kept' | { readonly droppedFrom: SyntaxNode },
  file: CSharpFile,
  project: CSharpProject,
): Scope {
  const list = others === 'kept' ? null : childInRole(others.droppedFrom, 'arguments');
  const text = evaluateString(value, file, project);
  const asked = text.kind === 'known' ? scopesIn(text.value) : null;
  return {
    at: range(value.start, value.end),
    parts: literals.includes(value.kind) && asked !== null && asked.length > 1 ? asked : null,
    asked,
    before: range(list === null ? value.start : list.start + 1, value.start),
    after: range(value.end, list === null ? value.end : list.end - 1),
  };
}

function range(start: number, end: number): Range {
  return { start, end };
}
