import { appendFileSync, statSync } from 'node:fs';
import { cutToBytes } from '../report/annotations/cut-to-bytes.ts';
import type { Outcome } from '../report/outcome.ts';
import type { Choices, Output } from './choices.ts';
import type { Format } from './formats.ts';
import type { Writer } from './writers.ts';

/** GitHub refuses the whole summary of a step above this. */
const mostBytes = 1024 * 1024;

/** The Markdown report on the page of a workflow's run; null elsewhere than in GitHub Actions, or where nobody asked for its format. */
export async function stepSummary(formats: readonly Format[], choices: Choices) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '' || !formats.some(({ name }) => name === 'github')) return null;
  const { pageWriter } = await import('./page-writer.ts');
  const writer: Writer = pageWriter({ name: 'markdown', file }, 'markdown', choices);
  return {
    writer,
    append(outcome: Outcome, output: Output): void {
      const { summaryCut, summaryNotWritten } = choices.words.annotations;
      try {
        const written = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
        const text = [...writer.textOf(outcome)].join('');
        appendFileSync(file, cutToBytes(text, mostBytes - written, `\n\n${summaryCut}\n`));
      } catch (error) {
        output.talk(summaryNotWritten(file, error instanceof Error ? error.message : String(error)));
      }
    },
  };
}
