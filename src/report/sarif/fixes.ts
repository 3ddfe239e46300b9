import type { App } from '../../app/app.ts';
import { absorbBlankLines } from '../../files/blank-lines.ts';
import { applyEdits, type FileEdit, inOrder, type TextEdit } from '../../files/edits.ts';
import { lineStarts, locate } from '../../files/lines.ts';
import { holdsSecret } from '../../files/secret-text.ts';
import type { Location } from '../../location.ts';
import type { SettledFinding } from '../../migrate/settle.ts';
import { type Finding, type Phase, tierOf } from '../../rules/finding.ts';
import type { PhasePatch } from '../phase-patch.ts';

/** What takes a finding away, and others that cannot go without each other. */
export interface Fix {
  readonly tier: 'safe' | 'review';
  readonly phase: Phase;
  /** How many findings it takes away. */
  readonly findings: number;
  readonly files: readonly FixedFile[];
}

interface FixedFile {
  /** From the root of the repo. */
  readonly file: string;
  readonly replacements: readonly { readonly at: Location; readonly text: string }[];
}

type Found = Pick<App, 'workspace'>;

/**
 * The fix of each finding that a patch takes away. All fixes of a phase together change the files as its patch does; one
 * whose files would show a key, or that a file would be gone after, is left out.
 */
export function fixesOf(
  app: Found,
  settled: readonly SettledFinding[],
  patches: readonly PhasePatch[],
): ReadonlyMap<Finding, Fix> {
  const alone = new Map(settled.map(({ finding, edits }) => [finding, edits]));
  const fixes = new Map<Finding, Fix>();
  for (const patch of patches) {
    for (const group of groupsOf(app, patch, alone)) {
      const fix = fixOf(app, group, patch);
      if (fix === null) continue;
      for (const { finding } of group) if (!fixes.has(finding)) fixes.set(finding, fix);
    }
  }
  return fixes;
}

type Group = readonly SettledFinding[];

/** What can go alone is a group of its own. Where that would not come to what the patch does, all of the phase is one. */
function groupsOf(app: Found, patch: PhasePatch, alone: ReadonlyMap<Finding, readonly FileEdit[]>): readonly Group[] {
  const taken = patch.taken.filter(({ edits }) => edits.length > 0);
  const isIndependent = ({ finding, edits }: SettledFinding) => isSame(edits, alone.get(finding) ?? []);
  const coupled = taken.filter((one) => !isIndependent(one));
  const touched = new Set(coupled.flatMap(filesOf));
  const together = taken.filter((one) => filesOf(one).some((file) => touched.has(file)));
  const groups = [
    ...(together.length > 0 ? [together] : []),
    ...sharing(taken.filter((one) => !together.includes(one))),
  ];
  return comesToPatch(app, groups, patch) ? groups : [taken];
}

function filesOf({ edits }: SettledFinding): readonly string[] {
  return edits.map(({ file }) => file);
}

/** Findings that have an edit in common go together: nobody can make it twice. */
function sharing(taken: readonly SettledFinding[]): readonly Group[] {
  return taken.reduce<readonly Group[]>((groups, one) => {
    const keys = new Set(keysOf(one.edits));
    const meets = (group: Group) => group.some(({ edits }) => keysOf(edits).some((key) => keys.has(key)));
    return [...groups.filter((group) => !meets(group)), [...groups.filter(meets).flat(), one]];
  }, []);
}

function keysOf(edits: readonly FileEdit[]): readonly string[] {
  return edits.map(({ file, start, end, replacement }) => JSON.stringify([file, start, end, replacement]));
}

function isSame(one: readonly FileEdit[], other: readonly FileEdit[]): boolean {
  const all = (edits: readonly FileEdit[]) => [...keysOf(edits)].sort().join();
  return all(one) === all(other);
}

function comesToPatch(app: Found, groups: readonly Group[], { changes }: PhasePatch): boolean {
  return changes.every(({ change: { path, before, after } }) => {
    const edits = groups.map((group) => tidyEdits(app, group, path)).filter((some) => some.length > 0);
    if (before === null || after === null || edits.length < 2) return true;
    try {
      return applyEdits(before.text, edits.flat()) === after;
    } catch {
      return false;
    }
  });
}

function fixOf(app: Found, group: Group, { phase, changes }: PhasePatch): Fix | null {
  const paths = [...new Set(group.flatMap(filesOf))].sort();
  const files: FixedFile[] = [];
  for (const file of paths) {
    const changed = changes.find(({ change }) => change.path === file);
    if (changed === undefined || changed.isSecret || changed.change.before === null || changed.change.after === null) {
      return null;
    }
    const starts = lineStarts(changed.change.before.text);
    const replacements = joined(tidyEdits(app, group, file)).map((edit) => ({
      at: locate(file, starts, edit),
      text: edit.replacement,
    }));
    if (replacements.some(({ text }) => holdsSecret(text))) return null;
    files.push({ file, replacements });
  }
  const tier = group.every(({ finding }) => tierOf(finding) === 'safe') ? 'safe' : 'review';
  return { tier, phase, findings: group.length, files };
}

function tidyEdits({ workspace }: Found, group: Group, file: string): readonly TextEdit[] {
  const read = workspace.read(file);
  const edits = group.flatMap((one) => one.edits.filter((edit) => edit.file === file));
  return read.kind === 'text' && edits.length > 0 ? absorbBlankLines(read.source.text, edits) : [];
}

/** Replacements that touch are one: whoever makes them need not know which of two insertions comes first. */
function joined(edits: readonly TextEdit[]): readonly TextEdit[] {
  const all: TextEdit[] = [];
  for (const { start, end, replacement } of inOrder(edits)) {
    const last = all.at(-1);
    if (last === undefined || start > last.end) all.push({ start, end, replacement });
    else all[all.length - 1] = { start: last.start, end, replacement: last.replacement + replacement };
  }
  return all;
}
