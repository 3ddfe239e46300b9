import type { App } from '../app/app.ts';
import type { Words } from '../words/words.ts';
import { commandLine } from './command-line.ts';
import { type OpenDecision, openDecisions } from './open-decisions.ts';
import { placeOf } from './place.ts';
import { type Paint, wrap } from './style.ts';

interface View {
  readonly words: Words;
  readonly width: number;
}

/** The choices for every legacy identity that has none yet, each as it is typed. */
export function decisionsToTake(app: App, { words, width }: View, paint: Paint): readonly string[] {
  const open = openDecisions(app);
  if (open.length === 0) return [];
  const { terminal } = words;
  const choices = open.flatMap((one) => [
    ...(one.isSection ? [] : [`    ${placeIn(app, one, words)}:`]),
    ...one.choices.flatMap((choice) => [
      `    ${commandLine(['--decide', `${one.name}=${choice}`])}`,
      wrap(terminal.choices[choice], width, '        '),
    ]),
  ]);
  return [
    [wrap(terminal.decide(open.length), width, '  ').replace(/.+/g, (line) => paint('bold', line)), ...choices].join(
      '\n',
    ),
  ];
}

/** Where it stands, of one whose name says nothing to a person. */
export function placeIn(
  app: App,
  { section, at, why }: Pick<OpenDecision, 'section' | 'at' | 'why'>,
  { terminal }: Words,
): string {
  return section === null ? terminal.sectionless(placeOf(app, at), why) : placeOf(app, at);
}
