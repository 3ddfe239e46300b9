import type { XmlErrorCode } from './document.ts';

/** Thrown inside this room only, and turned into an error value by `parseXml`. */
export class Refusal extends Error {
  readonly code: XmlErrorCode;
  readonly offset: number;
  readonly subject: string | null;

  constructor(code: XmlErrorCode, offset: number, subject: string | null = null) {
    super(code);
    this.code = code;
    this.offset = offset;
    this.subject = subject;
  }
}
