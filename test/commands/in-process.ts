import { audit } from '../../src/commands/audit.ts';
import type { Choices } from '../../src/commands/choices.ts';
import { fix } from '../../src/commands/fix.ts';
import type { FixChoices } from '../../src/commands/fix-choices.ts';
import type { Report } from '../../src/report/report.ts';
import { temporaryFolder, writeFiles } from '../files/repo.ts';
import { choicesFor } from '../fuzz/whole/choices.ts';
import type { Files } from '../rules/audited.ts';

/** What a run of `audit` says: its exit code, the report as JSON, and each line that goes to stderr. */
export interface Audited {
  readonly code: number;
  readonly report: Report;
  readonly talk: readonly string[];
}

export function folderWith(files: Files): string {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return folder;
}

/** The command in this process. */
export async function auditIn(folder: string, asked: Partial<Choices> = {}): Promise<Audited> {
  const texts: string[] = [];
  const talk: string[] = [];
  const output = {
    isTerminal: false,
    data: (text: string) => texts.push(text),
    talk: (text: string) => talk.push(text),
    progress: () => undefined,
  };
  const choices = { ...choicesFor([folder], 'en', null), ...asked };
  const code = await audit(choices, [{ name: 'json', file: null }], output);
  return { code, report: JSON.parse(texts.join('')), talk };
}

/** Rule and line of each finding, with the reason why it may stand. */
export function told({ report }: Audited): readonly string[] {
  return report.apps.flatMap(({ findings }) =>
    findings.map(({ rule, location, suppressed }) =>
      [`${rule} ${location.line}`, ...(suppressed ? [suppressed.reason, suppressed.expires ?? []].flat() : [])].join(
        ' ',
      ),
    ),
  );
}

/** Writes what `fix` patches. */
export async function fixIn(folder: string, asked: Partial<FixChoices> = {}): Promise<readonly string[]> {
  const talk: string[] = [];
  await fix(
    {
      ...choicesFor([folder], 'en', null),
      phase: 'next',
      fixes: 'review',
      delivery: { kind: 'write', commit: false, allowDirty: true },
      assurances: { scopesAdded: true, productionVerified: true },
      confirm: null,
      ...asked,
    },
    { isTerminal: false, data: () => undefined, talk: (text) => talk.push(text), progress: () => undefined },
  );
  return talk;
}
