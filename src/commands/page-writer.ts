import { appChecklist } from '../report/checklist/app-checklist.ts';
import type { Checklist } from '../report/checklist/checklist.ts';
import { toHtml } from '../report/html.ts';
import { toMarkdown } from '../report/markdown.ts';
import { nextSteps } from '../report/next-steps.ts';
import { appBlocks } from '../report/page/app-blocks.ts';
import type { Block } from '../report/page/page.ts';
import { nextBlocks, reportPage, strayBlocks } from '../report/page/report-page.ts';
import type { PatchableApp } from '../report/phase-patch.ts';
import { redact } from '../report/redact.ts';
import { ruleIds } from '../rules/registry.ts';
import type { Choices } from './choices.ts';
import type { Format } from './formats.ts';
import { repeatedOptions } from './repeated-options.ts';
import type { Writer } from './writers.ts';

/** Markdown and HTML say the same: only what they escape and how they mark it differs. */
export function pageWriter(format: Format, name: 'markdown' | 'html', choices: Choices): Writer {
  const { words, lang } = choices;
  const parts: (readonly Block[])[] = [];
  return {
    format,
    see: async (audited, report) => {
      const checklist = await checklistOf(audited, choices);
      parts.push(redact(appBlocks(audited, report, checklist, words)));
    },
    seeKeys: (keys) => parts.push(redact(strayBlocks(keys, words))),
    textOf: (outcome) => {
      const next = redact(nextBlocks(nextSteps(outcome, choices), words));
      const page = reportPage(outcome, [...parts.flat(), ...next], words);
      return [name === 'html' ? toHtml(page, lang) : toMarkdown(page)];
    },
  };
}

async function checklistOf(audited: PatchableApp, choices: Choices): Promise<Checklist> {
  return appChecklist(audited, {
    patches: await audited.patches(),
    options: repeatedOptions(choices, audited.app.workspace.root),
    rulesLeftOut: choices.rules.length < ruleIds.length,
    isPart: true,
    words: choices.words,
  });
}
