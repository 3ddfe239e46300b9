import { readInterpolatedString } from '../../../src/syntax/csharp/evaluate/interpolation.ts';
import { characterLiteralText, stringLiteralText } from '../../../src/syntax/csharp/evaluate/text-literal.ts';
import { descendantsOfKind, type SyntaxNode, textOf } from '../../../src/syntax/csharp/node.ts';
import { type Compared, compare } from '../difference.ts';
import type { SyntaxFacts } from '../facts.ts';
import { spelled } from '../spelled.ts';
import { area, type OwnView } from '../view.ts';

const literals = ['string_literal', 'verbatim_string_literal', 'raw_string_literal', 'character_literal'];

export function compareTexts({ file, root }: OwnView, facts: SyntaxFacts): readonly Compared[] {
  return [
    compare(
      'texts',
      file.path,
      [...descendantsOfKind(root, ...literals)].flatMap((node) => {
        // `#line 1 "other.cs"`
        if (node.parent?.kind.startsWith('preproc_')) return [];
        const value = textFor(node, textOf(node, file.text));
        // Bytes, which are no text.
        return value === null ? [] : [{ at: area(node), says: spelled(value) }];
      }),
      facts.texts.map(({ at, value }) => ({ at, says: value })),
    ),
    compare(
      'interpolations',
      file.path,
      [...descendantsOfKind(root, 'interpolated_string_expression')].map((node) => {
        const read = readInterpolatedString(node, file.text);
        if (read === null) return { at: area(node), says: 'nothing' };
        const holes = read.holes.map(({ expression }) => area(expression)).join(' ');
        return { at: area(node), says: `${read.texts.map(spelled).join('|')} with ${holes}` };
      }),
      facts.interpolations.map(({ at, texts, holes }) => ({ at, says: `${texts.join('|')} with ${holes.join(' ')}` })),
    ),
  ];
}

function textFor(node: SyntaxNode, source: string): string | null {
  return node.kind === 'character_literal' ? characterLiteralText(source) : stringLiteralText(source);
}
