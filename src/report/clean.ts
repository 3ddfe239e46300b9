import { onOneLine } from './display-width.ts';
import { redact } from './redact.ts';

/** What came out of a file may hold a key, characters that a terminal obeys, or lines that look like ours. */
export function clean(text: string): string {
  return onOneLine(redact(text));
}
