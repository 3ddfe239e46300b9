import type { FileRange } from '../../../../location.ts';
import { excerpt, rangeIn } from '../../../../syntax/csharp/evaluate/place.ts';
import type { CodeTypes } from '../code-types.ts';
import { isOnlyShown } from './destination.ts';
import { asValue, asValueNotString, type NewText } from './full-token.ts';
import { type MaskingPlace, maskingPlaces } from './masking-places.ts';
import { type ObjectPlace, objectPlaces } from './object-places.ts';
import { filesWithTokens } from './token-files.ts';

/** A token that masks its signature: text is made of it as of any object. */
export interface MaskedToken {
  readonly form: 'interpolation' | 'to-string' | 'format' | 'object';
  /** As written, shortened. */
  readonly token: string;
  readonly at: FileRange;
  readonly subject: FileRange;
  readonly fix: Unmasking;
}

/** How the text gets the whole token. */
export type Unmasking =
  | { readonly kind: 'texts'; readonly texts: readonly NewText[] }
  | { readonly kind: 'none'; readonly because: 'comment-in-the-way' | 'use-unknown' };

export function readMaskedTokens(code: CodeTypes): readonly MaskedToken[] {
  return filesWithTokens(code.project).flatMap((file) => [
    ...maskingPlaces(file, code)
      .filter(({ text }) => !isOnlyShown(text))
      .map((place) => inText(place, code)),
    ...objectPlaces(file, code)
      .filter(({ use }) => use !== 'nothing')
      .map((place) => asObject(place, code)),
  ]);
}

function inText({ form, token, subject, call }: MaskingPlace, code: CodeTypes): MaskedToken {
  const { file, node } = token;
  const texts = call ? asValueNotString(token, call, code) : asValue(token, code);
  return {
    form,
    token: excerpt(token),
    at: rangeIn(file, { start: node.start, end: subject.end }),
    subject: rangeIn(file, subject),
    fix: texts ? { kind: 'texts', texts } : { kind: 'none', because: 'comment-in-the-way' },
  };
}

function asObject({ token, use }: ObjectPlace, code: CodeTypes): MaskedToken {
  const at = rangeIn(token.file, token.node);
  const fix: Unmasking =
    use === 'text' ? { kind: 'texts', texts: asValue(token, code) } : { kind: 'none', because: 'use-unknown' };
  return { form: 'object', token: excerpt(token), at, subject: at, fix };
}
