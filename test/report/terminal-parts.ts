import { type TerminalView, terminalPart } from '../../src/report/terminal.ts';
import { en } from '../../src/words/en.ts';
import { type Asked, auditedApp, type Files } from '../rules/audited.ts';

/** What a terminal shows of an app with these files. */
export async function blockOf(files: Files, view: Partial<TerminalView> = {}, asked: Asked = {}): Promise<string> {
  const { app, settled } = await auditedApp(files, asked);
  const audited = { app, path: '.', settled };
  return terminalPart(audited, {
    words: en,
    color: false,
    verbose: false,
    rulesChosen: false,
    width: 1000,
    paths: [],
    passedOn: [],
    explained: new Set<string>(),
    ...view,
  }).block;
}
