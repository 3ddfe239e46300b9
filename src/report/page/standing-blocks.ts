import { statusOf } from '../../app/status.ts';
import { triggerOf } from '../../app/trigger.ts';
import type { StatusName, Words } from '../../words/words.ts';
import { type AuditedApp, nextPhase } from '../audited-app.ts';
import { keptByDecision } from '../kept.ts';
import type { Summary } from '../report.ts';
import { standingOf } from '../standing.ts';
import { versionText } from '../version-text.ts';
import { type Block, type Fact, type Line, plain, strong } from './page.ts';

export type Look = 'plain' | 'good' | 'bad' | 'unsure';

const looks: Readonly<Record<StatusName, Look>> = {
  none: 'plain',
  studio: 'good',
  undetermined: 'unsure',
  legacy: 'bad',
  mixed: 'bad',
  own: 'plain',
  blocked: 'bad',
};

/** Whether all is well with an app, at a glance. */
export function lookOf({ app }: Pick<AuditedApp, 'app'>): Look {
  return isUnmanaged(app) ? 'bad' : looks[statusOf(app)];
}

/** What never loads the credentials that Studio provides is not yet managed by it, whatever else it does. */
export function isUnmanaged(app: AuditedApp['app']): boolean {
  return statusOf(app) === 'studio' && triggerOf(app).event === 'never';
}

/** How the app stands, what flips it to the provisioned credentials, and what comes next. */
export function standingBlock(audited: AuditedApp, counts: Summary['bySeverity'], words: Words): Block {
  const { app } = audited;
  const { page, terminal } = words;
  const trigger = triggerOf(app);
  const phase = nextPhase(audited);
  const kept = keptByDecision(app);
  const { error, warning, note } = counts;
  const found =
    error + warning + note === 0 ? sentence(terminal.noFindings) : `${terminal.counts(error, warning, note)}.`;
  const facts: readonly (Fact | null)[] = [
    isUnmanaged(app)
      ? null
      : { term: page.status, line: [{ look: lookOf(audited), text: `${sentence(standingOf(app, words))}.` }] },
    trigger.event === 'none' ? null : { term: page.trigger, line: [plain(words.trigger(trigger))] },
    { term: page.nextPhase, line: phaseLine(phase, words) },
    { term: page.findings, line: [plain(found)] },
    kept.length === 0 ? null : { term: page.decided, line: [plain(terminal.keptByDecision(kept))] },
    { term: page.version, line: [plain(versionText(app, words))] },
  ];
  return { kind: 'facts', facts: facts.filter((fact) => fact !== null) };
}

function phaseLine(phase: ReturnType<typeof nextPhase>, words: Words): Line {
  if (phase === 'done') return [plain(`${sentence(words.phaseIs.done)}.`)];
  return [strong(words.phase[phase]), plain(`: ${words.phaseIs[phase]}.`)];
}

export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
