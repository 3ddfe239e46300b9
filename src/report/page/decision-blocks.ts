import type { App } from '../../app/app.ts';
import type { Words } from '../../words/words.ts';
import { commandLine } from '../command-line.ts';
import { openDecisions } from '../open-decisions.ts';
import { placeIn } from '../undecided.ts';
import { type Block, code, heading, list, paragraph, plain } from './page.ts';

/** The choices that nobody but people can make, each as it is typed; nothing where all are made. */
export function decisionBlocks(app: App, words: Words): readonly Block[] {
  const open = openDecisions(app);
  if (open.length === 0) return [];
  const { page, terminal } = words;
  return [
    heading(3, page.decisions),
    paragraph(plain(terminal.decide(open.length))),
    ...open.flatMap(({ name, choices, ...one }) => [
      paragraph(code(name), plain(one.isSection ? ':' : ` (${placeIn(app, one, words)}):`)),
      ...list(
        choices.map((choice) => [
          code(commandLine(['--decide', `${name}=${choice}`])),
          plain(` – ${terminal.choices[choice]}`),
        ]),
      ),
    ]),
  ];
}
