import type { Severity } from '../../rules/finding.ts';
import type { NameFile } from '../file-names.ts';
import type { UnreadInApp } from '../listed.ts';
import type { Outcome } from '../outcome.ts';
import type { Notification } from './log.ts';
import { locationAt } from './places.ts';
import { messageText } from './text.ts';

type NotificationId = 'not-analysed' | 'no-app' | 'results-left-out' | 'fixes-left-out';

/** What of the repos was not analysed. */
export function unreadNotifications(
  unread: readonly UnreadInApp[],
  { beside }: Pick<Outcome, 'beside'>,
  nameFile: NameFile,
): readonly Notification[] {
  return [
    ...unread.map(({ root, essential, reason, location }) => ({
      ...notification('not-analysed', essential ? 'error' : 'warning', reason),
      locations: [locationAt(nameFile(root, location.file), location)],
    })),
    ...beside.flatMap(({ root, files }) =>
      files.map(({ file, reason }) => ({
        ...notification('not-analysed', 'warning', reason),
        locations: [locationAt(nameFile(root, file), null)],
      })),
    ),
  ];
}

/** What was asked for and is not there. */
export function unfoundNotifications({ unfound }: Pick<Outcome, 'unfound'>): readonly Notification[] {
  return unfound.map(({ reason }) => notification('no-app', 'warning', reason));
}

export function notification(id: NotificationId, level: Severity, said: string): Notification {
  return { descriptor: { id }, level, message: { text: messageText(said) } };
}
