import { createHash } from 'node:crypto';
import type { CSharpFile } from '../../src/syntax/csharp/file.ts';
import { symbolsAskedFor } from '../../src/syntax/csharp/preprocessor.ts';
import type { ReadApp } from './apps.ts';
import { compareCalls } from './compare/calls.ts';
import { compareDeclarations } from './compare/declarations.ts';
import { compareConstants, compareNames } from './compare/meanings.ts';
import { compareTexts } from './compare/texts.ts';
import { compareTrivia } from './compare/trivia.ts';
import type { Compared } from './difference.ts';
import type { MeaningFacts, SyntaxFacts } from './facts.ts';
import type { OwnView } from './view.ts';

/** All that we and Roslyn say of one app. */
export function compareApp(app: ReadApp, facts: readonly (SyntaxFacts | MeaningFacts)[]): readonly Compared[] {
  const isClean = isUnderstood(app, facts);
  return app.files.flatMap((file) => {
    const own = facts.filter((one) => one.file === file.path);
    const syntax = own.filter((one) => one.kind === 'syntax');
    const meanings = own.filter((one) => one.kind === 'meaning');
    return [
      ...syntax.flatMap((one) => compareSyntax(file, one)),
      ...(isClean ? compareMeanings(app, file, meanings) : []),
    ];
  });
}

function compareSyntax(file: CSharpFile, facts: SyntaxFacts): readonly Compared[] {
  const view = viewFor(file, facts.symbols);
  if (view === null) return [];
  const same = facts.length === file.text.length && facts.hash === hashOf(file.text);
  const decoding: Compared = {
    sort: 'decoding',
    count: 1,
    differences: same ? [] : [{ sort: 'decoding', file: file.path, at: [0, 0], what: 'the text is another' }],
  };
  const compared = [decoding, compareParsing(view, facts)];
  if (facts.errors.length > 0) return compared;
  if (view.root.broken) return [...compared, ...compareCalls(view, facts)];
  return [
    ...compared,
    ...compareCalls(view, facts),
    ...compareDeclarations(view, facts),
    ...compareTexts(view, facts),
    ...compareTrivia(view, facts),
  ];
}

function compareParsing({ file, root }: OwnView, { errors }: SyntaxFacts): Compared {
  const sort = 'parsing';
  if (root.broken === errors.length > 0) return { sort, count: 1, differences: [] };
  const [error] = errors;
  const at = error ? ([error.start, error.end] as const) : ([root.start, root.start] as const);
  const what = error ? `only Roslyn finds an error: ${error.code}` : 'only we find an error';
  return { sort, count: 1, differences: [{ sort, file: file.path, at, what }] };
}

/** A file that is not understood may declare what the others ask for; a name that may mean several things means none. */
function isUnderstood({ files }: ReadApp, facts: readonly (SyntaxFacts | MeaningFacts)[]): boolean {
  return (
    files.every(({ views }) => views.every(({ root }) => !root.broken)) &&
    facts.every((one) => (one.kind === 'syntax' ? one.errors : one.ambiguities).length === 0)
  );
}

function compareMeanings(app: ReadApp, file: CSharpFile, meanings: readonly MeaningFacts[]): readonly Compared[] {
  const names = meanings.flatMap((facts) => {
    const view = viewFor(file, facts.symbols);
    return view ? [compareNames(view, facts)] : [];
  });
  return [...names, compareConstants(file, app.sources, meanings)];
}

/** The view that a set of symbols leads to, some of which the file may not ask for. */
function viewFor(file: CSharpFile, symbols: readonly string[]): OwnView | null {
  const asked = symbolsAskedFor(file.conditionals);
  const given = symbols.filter((symbol) => asked.includes(symbol));
  const view = file.views.find((one) => one.symbols.size === given.length && given.every((s) => one.symbols.has(s)));
  return view ? { file, root: view.root } : null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('hex');
}
