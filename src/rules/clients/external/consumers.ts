import type { App } from '../../../app/app.ts';
import type { Reason } from '../../../words/reasons.ts';

/** What takes the package's services from the container, which only a registration puts there. */
export function consumersOf({ clientTypes }: App): readonly Reason[] {
  const [first] = clientTypes.filter(
    ({ kind, name }) => kind === 'external-service' && name === 'IMaskinportenService',
  );
  return first ? [{ code: 'registration-consumed', name: first.name, file: first.at.file }] : [];
}
