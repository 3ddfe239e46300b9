import type { App } from '../app/app.ts';
import { statusOf, unreadPrograms, usesMaskinporten } from '../app/status.ts';
import type { Words } from '../words/words.ts';

/** Where the app stands, in words. What was not read may use Maskinporten, and then there is no status to tell. */
export function standingOf(app: App, words: Words): string {
  const unread = unreadPrograms(app);
  return unread.length > 0 && !usesMaskinporten(app) ? words.programUnread(unread) : words.status[statusOf(app)];
}
