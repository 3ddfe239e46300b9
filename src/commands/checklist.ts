import { notAnalysedBeside } from '../report/build-report.ts';
import { appChecklist } from '../report/checklist/app-checklist.ts';
import { besideChecklist } from '../report/checklist/beside-checklist.ts';
import type { Checklist } from '../report/checklist/checklist.ts';
import { checklistText } from '../report/checklist/checklist-text.ts';
import { shortKeys } from '../report/checklist/short-keys.ts';
import { pathCommand } from '../report/command-line.ts';
import { redact } from '../report/redact.ts';
import { ruleIds } from '../rules/registry.ts';
import { auditRepos } from './audit-apps.ts';
import type { ChecklistChoices } from './checklist-choices.ts';
import type { Output } from './choices.ts';
import { repeatedOptions } from './repeated-options.ts';
import { LooseEnds } from './terms.ts';
import { updateChecklist } from './update-checklist.ts';
import { WrongUse } from './wrong-use.ts';

export async function checklist(choices: ChecklistChoices, output: Output): Promise<number> {
  const { words, rules, paths } = choices;
  const [path = '.'] = paths;
  const made: Checklist[] = [];
  const looseEnds = new LooseEnds();
  let apps = 0;
  let skipped = false;
  let files = 0;
  let whole = '';
  for await (const { repo, apps: audited, strayKeys } of auditRepos(choices, looseEnds, output)) {
    const options = repeatedOptions(choices, repo.root);
    for (const one of audited) {
      const patches = await one.patches();
      made.push(
        redact(
          appChecklist(one, { patches, options, rulesLeftOut: rules.length < ruleIds.length, isPart: false, words }),
        ),
      );
    }
    const unread = audited.length === 0 ? [] : notAnalysedBeside(repo.skipped, audited, words);
    made.push(...redact(besideChecklist(strayKeys, unread, words)));
    // Those who read it stand in the repo, wherever it lies on this machine.
    whole ||= pathCommand('checklist', options, [repo.scopes[0]?.folder ?? '.']);
    apps += audited.length;
    files += repo.files.length;
    skipped ||= repo.skipped.length > 0;
  }
  const withoutApp = new WrongUse(
    files === 0 && skipped ? words.misuse.nothingReadable(path) : words.misuse.noApp(path),
  );
  if (made.length === 0) throw withoutApp;
  if (apps > 0) looseEnds.tell(choices, output);
  handOver(shortKeys(made), redact(whole), choices, output);
  if (apps === 0) throw withoutApp;
  return 0;
}

function handOver(made: readonly Checklist[], command: string, choices: ChecklistChoices, output: Output): void {
  const { words, maxLength, update } = choices;
  if (update !== null) {
    for (const line of updateChecklist(update, made, command, choices)) output.talk(line);
    return;
  }
  const printed = checklistText(made, {
    words,
    room: maxLength - 1,
    limit: maxLength,
    command,
    kept: new Map(),
    lineEnd: '\n',
  });
  if (printed === null) throw new WrongUse(words.checklist.tooShort(maxLength));
  output.data(`${printed.text}\n`);
}
