import type { Range } from '../../location.ts';
import { derKeyIn } from './der.ts';

interface PemKey extends Range {
  readonly encrypted: boolean;
}

const header = /-----BEGIN ([A-Z0-9 ]{0,30})PRIVATE KEY-----/g;
const longest = 24_000;

/** Keys in PEM, also on one line, with escaped line ends or in pieces of code; a placeholder decodes to nothing. */
export function pemKeys(text: string): readonly PemKey[] {
  return [...text.matchAll(header)].flatMap((match) => {
    const from = match.index + match[0].length;
    const next = text.slice(from, from + longest).indexOf('-----');
    const end = next === -1 ? Math.min(text.length, from + longest) : from + next;
    const kind = kindOf(match[1] ?? '', text.slice(from, end));
    return kind === null ? [] : [{ start: match.index, end, encrypted: kind === 'encrypted' }];
  });
}

function kindOf(label: string, body: string): 'plain' | 'encrypted' | null {
  const lines = body.replace(/\\{1,8}[nrt]|&#(?:10|13|xA|xD);/gi, ' ');
  const encoded = (lines.match(/[A-Za-z0-9+/]{16,}={0,2}/g) ?? []).join('');
  if (/\bProc-Type:/.test(lines)) return encoded.length >= 80 ? 'encrypted' : null;
  const bytes = Buffer.from(encoded, 'base64').toString('latin1');
  if (label === 'OPENSSH ') return bytes.startsWith('openssh-key-v1\0') ? 'plain' : null;
  const key = derKeyIn(bytes);
  return key === 'private-key' ? 'plain' : key === 'encrypted-private-key' ? 'encrypted' : null;
}
