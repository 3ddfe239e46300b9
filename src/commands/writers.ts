import { appJson, toJson } from '../report/json.ts';
import type { Outcome } from '../report/outcome.ts';
import type { PatchableApp } from '../report/phase-patch.ts';
import type { AppReport } from '../report/report.ts';
import type { StrayKeys } from '../report/stray-keys.ts';
import { strayPart, type TerminalPart, type TerminalView, terminalPart, terminalReport } from '../report/terminal.ts';
import type { Choices } from './choices.ts';
import type { Format } from './formats.ts';
import type { Pieces } from './write-output.ts';

/** Makes the text of one format, app by app. */
export interface Writer {
  readonly format: Format;
  /** Called for each app while it is in memory, with the redacted report of it. */
  readonly see: (audited: PatchableApp, report: AppReport) => Promise<void>;
  readonly seeKeys: (keys: StrayKeys) => void;
  /** In as many pieces as the writer likes. */
  readonly textOf: (outcome: Outcome) => Pieces;
}

export async function writerFor(format: Format, choices: Choices): Promise<Writer> {
  switch (format.name) {
    case 'json':
      return jsonWriter(format);
    case 'terminal':
      return terminalWriter(format, choices);
    case 'markdown':
    case 'html':
      return (await import('./page-writer.ts')).pageWriter(format, format.name, choices);
    case 'github':
    case 'azure':
    case 'gitlab':
    case 'csv':
      return (await import('./list-writer.ts')).listWriter(format, format.name, choices);
    case 'sarif':
      return (await import('./sarif-writer.ts')).sarifWriter(format, choices);
  }
}

function jsonWriter(format: Format): Writer {
  const apps: Buffer[] = [];
  return {
    format,
    see: async (_, report) => void apps.push(appJson(report)),
    seeKeys: () => undefined,
    textOf: (outcome) => toJson(outcome, apps),
  };
}

function terminalWriter(format: Format, choices: Choices): Writer {
  const { paths, passedOn, words, verbose, rulesChosen, color, width } = choices;
  const toFile = format.file !== null;
  const view: TerminalView = {
    words,
    verbose,
    rulesChosen,
    color: toFile ? false : color,
    width: toFile ? 100 : width,
    paths,
    passedOn,
    explained: new Set(),
  };
  const parts: TerminalPart[] = [];
  return {
    format,
    see: async (app) => void parts.push(terminalPart(app, view)),
    seeKeys: (keys) => parts.push(strayPart(keys, view)),
    textOf: (outcome) => [terminalReport(parts, outcome, view)],
  };
}
