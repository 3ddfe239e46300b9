import { recordName } from '../../app/record/migration-record.ts';
import { tierOf } from '../../rules/finding.ts';
import type { Words } from '../../words/words.ts';
import type { PhasePatch } from '../phase-patch.ts';
import { diffBlock } from './diff-block.ts';
import { type Block, code, heading, type Line, list, paragraph, plain } from './page.ts';

/** What `fix` changes in each phase, file by file; nothing where it changes nothing. */
export function patchBlocks(
  patches: readonly PhasePatch[],
  fixCommand: (phase: PhasePatch['phase']) => string,
  anchor: string,
  words: Words,
): readonly Block[] {
  const told = patches.filter(({ changes, withdrawn }) => changes.length + withdrawn.length > 0);
  if (told.length === 0) return [];
  return [
    heading(3, words.page.patches, anchor),
    paragraph(plain(words.fix.verified)),
    ...told.flatMap((patch) => phaseBlocks(patch, fixCommand(patch.phase), words)),
  ];
}

function phaseBlocks(
  { phase, changes, taken, withdrawn }: PhasePatch,
  command: string,
  words: Words,
): readonly Block[] {
  const { page } = words;
  return [
    heading(4, page.phaseNamed(words.phase[phase], words.phaseIs[phase])),
    ...(changes.length === 0 ? [] : [paragraph(plain(`${page.printedBy}: `), code(command))]),
    ...changes.map((shown) => diffBlock(shown, purposesOf(shown.change.path, taken, words), command, words)),
    ...list(
      withdrawn.map(({ settled: { finding }, reason }) => [
        code(finding.rule),
        plain(` (${finding.at.file}): ${words.reason(reason)}.`),
      ]),
    ),
  ];
}

/** The rules that change the file, each with how sure that is; of the record, what it is. */
function purposesOf(path: string, taken: PhasePatch['taken'], words: Words): Line {
  if (path.split('/').at(-1) === recordName) return [plain(` · ${words.page.record}`)];
  const rules = taken.filter(({ edits }) => edits.some(({ file }) => file === path));
  const purposes = new Map(rules.map(({ finding }) => [`${tierOf(finding)} ${finding.rule}`, finding]));
  return [...purposes.values()].flatMap((finding) => [
    plain(` · ${words.tier[tierOf(finding)]}: `),
    code(finding.rule),
  ]);
}
