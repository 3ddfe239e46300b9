import type { JsonError } from '../syntax/json/document.ts';
import type { XmlError } from '../syntax/xml/document.ts';
import type { NotAnalysedReason } from '../words/rules/files/not-analysed.ts';

/** A limit that was reached, or a refusal, is no mistake in the file. */
export function whyNotParsed(
  { code, line, column }: JsonError | XmlError,
  language: 'JSON' | 'XML',
): NotAnalysedReason {
  switch (code) {
    case 'too-large':
      return { code: 'too-long', language };
    case 'too-deep':
      return { code: 'nested-too-deeply', line, column };
    case 'doctype':
    case 'encoding-mismatch':
      return { code, line, column };
    default:
      return { code: 'malformed', language, line, column };
  }
}
