import { clean } from '../clean.ts';

/**
 * Text that may come out of a file, as a message of SARIF: there `{0}` stands for an argument and `[a](b)` is a link,
 * so braces are written twice, as the standard says, and what would be a link is none.
 */
export function messageText(...paragraphs: readonly string[]): string {
  return paragraphs.map((one) => clean(one).replace(/[{}]/g, '$&$&').replaceAll('](', '] (')).join('\n\n');
}
