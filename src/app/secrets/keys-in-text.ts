import type { Range } from '../../location.ts';
import type { KeyForm } from '../../words/rules/secrets/committed-key.ts';
import { derKeyIn } from './der.ts';
import { encodedBeginning, encodedRuns } from './encoded-runs.ts';
import { privateJwks } from './jwk.ts';
import { pemKeys } from './pem.ts';

interface KeyInText extends Range {
  readonly form: KeyForm;
}

/** Whether a file is worth reading: it has a word of a key, or base64 that begins as one. */
export const mayHoldKey = new RegExp(`[Kk][Tt][Yy]|PRIVATE KEY-----|RSAKeyValue|${encodedBeginning}`);

/** Base64 of base64, as Kubernetes keeps what was encoded before. */
const deepest = 2;

/** The private keys in a text, in the order they stand; what only looks like one does not decode to one. */
export function keysInText(text: string): readonly KeyInText[] {
  const plain: readonly KeyInText[] = [
    ...privateJwks(text).map((range) => ({ ...range, form: 'jwk' as const })),
    ...pemKeys(text).map(({ start, end, encrypted }) => ({
      start,
      end,
      form: encrypted ? ('encrypted-pem' as const) : ('pem' as const),
    })),
    ...xmlKeys(text).map((range) => ({ ...range, form: 'xml' as const })),
  ];
  const encoded = encodedRuns(text).flatMap(({ start, end, bytes }) => {
    const form = formOf(bytes, 0);
    const isPartOf = plain.some((key) => start >= key.start && start < key.end);
    return form === null || isPartOf ? [] : [{ start, end, form }];
  });
  return [...plain, ...encoded].sort((a, b) => a.start - b.start);
}

function formOf(bytes: string, depth: number): KeyForm | null {
  const der = derKeyIn(bytes);
  if (der !== null) return der === 'pkcs12' ? 'base64-pkcs12' : 'base64-der';
  const text = textOf(bytes);
  if (privateJwks(text).length > 0) return 'base64-jwk';
  if (pemKeys(text).length > 0) return 'base64-pem';
  if (depth === deepest) return null;
  for (const run of encodedRuns(text)) {
    const form = formOf(run.bytes, depth + 1);
    if (form !== null) return form;
  }
  return null;
}

/** PowerShell encodes UTF-16; what a key consists of is ASCII. */
function textOf(bytes: string): string {
  return bytes.replaceAll('\0', '');
}

/** What .NET's `ToXmlString(true)` writes. */
function xmlKeys(text: string): readonly Range[] {
  if (!text.includes('RSAKeyValue')) return [];
  return [...text.matchAll(/(?:<|&lt;)D(?:>|&gt;)[A-Za-z0-9+/=\s]{80,1600}(?:<|&lt;)\/D/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
