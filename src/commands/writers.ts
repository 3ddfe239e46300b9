import type { AuditedApp } from '../report/audited-app.ts';
import { toJson } from '../report/json.ts';
import type { AppReport, NotAnalysedFile, Report } from '../report/report.ts';
import type { StrayKeys } from '../report/stray-keys.ts';
import { strayPart, type TerminalPart, type TerminalView, terminalPart, terminalReport } from '../report/terminal.ts';
import type { Choices } from './choices.ts';
import type { Format } from './formats.ts';

/** Makes the text of one format, app by app. */
export interface Writer {
  readonly format: Format;
  /** Called for each app while it is in memory, with the redacted report of it. */
  readonly see: (audited: AuditedApp, report: AppReport) => void;
  readonly seeKeys: (keys: StrayKeys) => void;
  readonly textOf: (outcome: Outcome) => string;
}

/** What a run came to. */
export interface Outcome {
  readonly report: Report;
  /** Paths without an app and files beside apps: what nothing else in the report leads to. */
  readonly withoutApp: readonly NotAnalysedFile[];
  /** All that was not analysed; the report has the private keys in no app there too. */
  readonly notAnalysed: readonly NotAnalysedFile[];
  readonly roots: number;
}

export async function writerFor(format: Format, choices: Choices): Promise<Writer> {
  switch (format.name) {
    case 'json':
      return { format, see: () => undefined, seeKeys: () => undefined, textOf: ({ report }) => toJson(report) };
    case 'terminal':
      return terminalWriter(format, choices);
    case 'markdown':
    case 'html':
      return (await import('./page-writer.ts')).pageWriter(format, format.name, choices);
  }
}

function terminalWriter(format: Format, { paths, passedOn, words, verbose, color, width }: Choices): Writer {
  const toFile = format.file !== null;
  const view: TerminalView = {
    words,
    verbose,
    color: toFile ? false : color,
    width: toFile ? 100 : width,
    paths,
    passedOn,
    explained: new Set(),
  };
  const parts: TerminalPart[] = [];
  return {
    format,
    see: (app) => parts.push(terminalPart(app, view)),
    seeKeys: (keys) => parts.push(strayPart(keys, view)),
    textOf: ({ report, withoutApp, roots }) => terminalReport(parts, report, withoutApp, roots, view),
  };
}
