import type { App } from '../app/app.ts';
import type { FileEdit } from '../files/edits.ts';
import type { Change, Finding } from '../rules/finding.ts';
import type { Reason } from '../words/reasons.ts';
import { editFile } from './edit-file.ts';
import { type Obstacle, type Request, refusedWith } from './request.ts';

/** A finding with the edits that fix it: none when no one could work them out, and then its remedy says why. */
export interface SettledFinding {
  readonly finding: Finding;
  readonly edits: readonly FileEdit[];
}

/** Each by itself; one that cannot go alone may still go with its neighbours of the same phase. */
export function settleAll(app: App, findings: readonly Finding[]): readonly SettledFinding[] {
  const bare = findings.map((finding) => ({ finding, edits: [] }));
  const alone = bare.map((one) => settleTogether(app, [one])[0] ?? one);
  const together = new Map(
    [...new Set(findings.map(({ phase }) => phase))].flatMap((phase) => {
      const ofPhase = bare.filter(({ finding }) => finding.phase === phase);
      const settled = settleTogether(app, ofPhase);
      return ofPhase.map(({ finding }, index) => [finding, settled[index]] as const);
    }),
  );
  return alone.map((settled, index) => {
    const finding = findings[index];
    const inCompany = finding && wasRefused(settled.finding) ? together.get(finding) : undefined;
    return inCompany && inCompany.edits.length > 0 ? inCompany : settled;
  });
}

function wasRefused({ remedy }: Finding): boolean {
  return remedy.kind === 'manual' && remedy.reasons.some(({ code }) => code === 'refused');
}

/**
 * The findings with the edits that fix them in one change: two calls in one `if`, or with one local between them, leave
 * less behind than each of them would. One that cannot be fixed is left by hand, and the others are worked out without it.
 */
export function settleTogether(app: App, findings: readonly SettledFinding[]): readonly SettledFinding[] {
  const byHand = new Map<SettledFinding, Reason>();
  for (;;) {
    const going = findings.filter((one) => one.finding.remedy.kind === 'change' && !byHand.has(one));
    const requests = going.flatMap((settled) => requestsOf(settled));
    const edited = editFiles(app, requests);
    const stuck = new Map(edited.obstacles.map(({ request, reason }) => [request.settled, reason]));
    if (stuck.size === 0) return findings.map((one) => settledBy(one, byHand.get(one), edited.edits));
    for (const [settled, reason] of stuck) byHand.set(settled, reason);
  }
}

interface OwnRequest extends Request {
  readonly settled: SettledFinding;
}

function requestsOf(settled: SettledFinding): readonly OwnRequest[] {
  const { remedy, rule } = settled.finding;
  const changes: readonly Change[] = remedy.kind === 'change' ? remedy.changes : [];
  return changes.map((change) => ({ settled, change, rule }));
}

interface Edited {
  readonly edits: ReadonlyMap<SettledFinding, readonly FileEdit[]>;
  readonly obstacles: readonly Obstacle<OwnRequest>[];
}

function editFiles(app: App, requests: readonly OwnRequest[]): Edited {
  const edits = new Map<SettledFinding, FileEdit[]>();
  const obstacles: Obstacle<OwnRequest>[] = [];
  for (const path of new Set(requests.map(({ change }) => fileOf(change)))) {
    const here = requests.filter(({ change }) => fileOf(change) === path);
    const unreadable = obstacleIn(app, path);
    const outcomes = unreadable ? here.map(() => refusedWith(unreadable)) : editFile(app, path, here);
    for (const [index, outcome] of outcomes.entries()) {
      const request = here[index];
      if (request === undefined) continue;
      if (outcome.kind === 'refused') obstacles.push({ request, reason: outcome.reason });
      else {
        const made = outcome.edits.map((edit) => ({ ...edit, file: path, reason: request.rule }));
        edits.set(request.settled, [...(edits.get(request.settled) ?? []), ...made]);
      }
    }
  }
  return { edits, obstacles };
}

function settledBy(
  settled: SettledFinding,
  reason: Reason | undefined,
  edits: ReadonlyMap<SettledFinding, readonly FileEdit[]>,
): SettledFinding {
  if (requestsOf(settled).length === 0) return settled;
  if (reason) return { finding: { ...settled.finding, remedy: { kind: 'manual', reasons: [reason] } }, edits: [] };
  return { finding: settled.finding, edits: edits.get(settled) ?? [] };
}

function fileOf(change: Change): string {
  return change.kind === 'remove-call' ? change.call.file : change.at.file;
}

function obstacleIn({ workspace }: App, file: string): Reason | null {
  const read = workspace.read(file);
  if (read.kind !== 'text') return { code: 'refused', refusal: 'not-found' };
  return read.source.readOnly === null ? null : { code: 'read-only', file, because: read.source.readOnly };
}
