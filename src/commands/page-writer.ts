import type { AuditedApp } from '../report/audited-app.ts';
import { appChecklist } from '../report/checklist/app-checklist.ts';
import type { Checklist } from '../report/checklist/checklist.ts';
import { toHtml } from '../report/html.ts';
import { toMarkdown } from '../report/markdown.ts';
import { fixCommand, nextSteps } from '../report/next-steps.ts';
import { type AppPart, appPart } from '../report/page/app-blocks.ts';
import type { Block } from '../report/page/page.ts';
import { reportPage, strayBlocks } from '../report/page/report-page.ts';
import type { PhasePatch } from '../report/phase-patch.ts';
import { redact } from '../report/redact.ts';
import { ruleIds } from '../rules/registry.ts';
import type { Choices } from './choices.ts';
import type { Format } from './formats.ts';
import { repeatedOptions } from './repeated-options.ts';
import type { Writer } from './writers.ts';

/** Markdown and HTML say the same: only what they escape and how they mark it differs. */
export function pageWriter(format: Format, name: 'markdown' | 'html', choices: Choices): Writer {
  const { words, lang, paths, passedOn } = choices;
  const apps: AppPart[] = [];
  const strays: Block[] = [];
  return {
    format,
    see: async (audited, report) => {
      const place = {
        anchor: `app-${apps.length + 1}`,
        fixCommand: (phase: string) => fixCommand(['--phase', phase, ...passedOn], paths, words),
      };
      const patches = await audited.patches();
      const work = { patches, checklist: checklistOf(audited, patches, choices) };
      apps.push(redact(appPart(audited, report, work, place, words)));
    },
    seeKeys: (keys) => void strays.push(...redact(strayBlocks(keys, words))),
    textOf: (outcome) => {
      const steps = redact(nextSteps(outcome, choices));
      const page = reportPage(outcome, { apps, strays, steps }, words);
      return [name === 'html' ? toHtml(page, lang) : toMarkdown(page)];
    },
  };
}

function checklistOf(audited: AuditedApp, patches: readonly PhasePatch[], choices: Choices): Checklist {
  return appChecklist(audited, {
    patches,
    options: repeatedOptions(choices, audited.app.workspace.root),
    rulesLeftOut: choices.rules.length < ruleIds.length,
    isPart: true,
    words: choices.words,
  });
}
