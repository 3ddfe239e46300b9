import { isUtf8 } from 'node:buffer';
import * as windows1252 from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Why a file may be read for findings but never be edited. */
export type ReadOnlyReason = 'utf-16' | 'not-utf-8' | 'symlink';

export interface SourceText {
  /** Decoded, without the byte-order mark. */
  readonly text: string;
  readonly bom: boolean;
  readonly encoding: Encoding;
  readonly readOnly: ReadOnlyReason | null;
}

const bomOf = {
  'utf-8': Uint8Array.of(0xef, 0xbb, 0xbf),
  'utf-16le': Uint8Array.of(0xff, 0xfe),
  'utf-16be': Uint8Array.of(0xfe, 0xff),
  // Old tools put the UTF-8 mark before bytes that then are not UTF-8.
  'windows-1252': Uint8Array.of(0xef, 0xbb, 0xbf),
} as const;

/** null when the bytes are not text. Whatever is not editable without loss comes back read-only. */
export function decode(bytes: Uint8Array): SourceText | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf32(buffer)) return null;
  if (startsWith(buffer, bomOf['utf-16le'])) return utf16(buffer.subarray(2), 'utf-16le');
  if (startsWith(buffer, bomOf['utf-16be'])) return utf16(buffer.subarray(2), 'utf-16be');
  if (buffer.includes(0)) return null;
  const bom = startsWith(buffer, bomOf['utf-8']);
  const body = bom ? buffer.subarray(3) : buffer;
  return isUtf8(body)
    ? { text: body.toString('utf8'), bom, encoding: 'utf-8', readOnly: null }
    : { text: windows1252.decode(body), bom, encoding: 'windows-1252', readOnly: 'not-utf-8' };
}

/** The bytes of `text` (by default the one that was read) in the source's encoding, with its byte-order mark. */
export function encode(source: SourceText, text: string = source.text): Uint8Array {
  const body = encodeBody(source.encoding, text);
  return source.bom ? Buffer.concat([bomOf[source.encoding], body]) : body;
}

function encodeBody(encoding: Encoding, text: string): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      // An edit that cuts a surrogate pair in two would silently become U+FFFD.
      if (/\p{Surrogate}/u.test(text)) throw new Error('text with a lone surrogate has no UTF-8 form');
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    case 'windows-1252':
      return windows1252.encode(text);
  }
}

/** A last odd byte is shown as U+FFFD, as .NET does; such a file does not encode back, but it is read-only anyway. */
function utf16(body: Buffer, encoding: 'utf-16le' | 'utf-16be'): SourceText {
  const even = body.subarray(0, body.length - (body.length % 2));
  const littleEndian = encoding === 'utf-16le' ? even : Buffer.from(even).swap16();
  const text = littleEndian.toString('utf16le') + (even.length < body.length ? '\uFFFD' : '');
  return { text, bom: true, encoding, readOnly: 'utf-16' };
}

function isUtf32(buffer: Buffer): boolean {
  return startsWith(buffer, Uint8Array.of(0xff, 0xfe, 0, 0)) || startsWith(buffer, Uint8Array.of(0, 0, 0xfe, 0xff));
}

function startsWith(buffer: Buffer, prefix: Uint8Array): boolean {
  return buffer.length >= prefix.length && prefix.every((byte, index) => buffer[index] === byte);
}
