import { printable } from './display-width.ts';
import { redact } from './redact.ts';

/** What came out of a file may hold a key, or characters that a terminal obeys. */
export function clean(text: string): string {
  return printable(redact(text));
}
