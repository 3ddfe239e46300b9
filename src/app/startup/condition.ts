import type { Enclosure } from '../../syntax/csharp/enclosing.ts';
import { childInRole, textOf } from '../../syntax/csharp/node.ts';

/** What must hold for a call to run. */
export interface Condition {
  readonly text: string;
  /** Which environments it lets through; null when it asks about something else. */
  readonly environment: 'development' | 'deployed' | null;
}

export function conditionOf(enclosure: Enclosure, text: string): readonly Condition[] {
  switch (enclosure.kind) {
    case 'if': {
      const condition = childInRole(enclosure.node, 'condition');
      const asked = condition ? textOf(condition, text).replace(/\s+/g, ' ') : '';
      const holds = enclosure.branch === 'then';
      return [{ text: holds ? asked : `!(${asked})`, environment: environmentOf(asked, holds) }];
    }
    case 'switch':
    case 'loop':
    case 'conditional':
      return [{ text: firstLine(textOf(enclosure.node, text)), environment: null }];
    case 'try':
      return enclosure.part === 'catch' ? [{ text: 'catch', environment: null }] : [];
    default:
      return [];
  }
}

function environmentOf(condition: string, holds: boolean): Condition['environment'] {
  const match = /^(!\s*)?\(?[\w.]*\.?IsDevelopment\(\)\)?$/.exec(condition);
  if (match === null) return null;
  const development = (match[1] === undefined) === holds;
  return development ? 'development' : 'deployed';
}

function firstLine(text: string): string {
  return (text.split(/[\r\n]/)[0] ?? '').trim();
}
