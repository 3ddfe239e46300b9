import type { App } from '../app/app.ts';
import { configurationId, configuredSection, identitiesOf, registrationId } from '../app/clients/identity.ts';
import type { Decision } from '../decision.ts';
import { holdsSecret } from '../files/secret-text.ts';
import type { FileRange } from '../location.ts';
import type { Words } from '../words/words.ts';
import { commandLine } from './command-line.ts';
import { printable } from './display-width.ts';
import { placeOf } from './place.ts';
import { type Paint, wrap } from './style.ts';

interface Undecided {
  /** What `--decide` takes. */
  readonly name: string;
  /** Where it stands, of one whose name says nothing to a person. */
  readonly place: string | null;
  readonly choices: readonly Decision[];
}

interface View {
  readonly words: Words;
  readonly width: number;
}

/** The choices for every legacy identity that has none yet, each as it is typed. */
export function decisionsToTake(app: App, { words, width }: View, paint: Paint): readonly string[] {
  const undecided = undecidedIn(app, words);
  if (undecided.length === 0) return [];
  const { terminal } = words;
  const choices = undecided.flatMap(({ name, place, choices }) => [
    ...(place === null ? [] : [`    ${place}:`]),
    ...choices.flatMap((choice) => [
      `    ${commandLine(['--decide', `${name}=${choice}`])}`,
      wrap(terminal.choices[choice], width, '        '),
    ]),
  ]);
  return [
    [
      wrap(terminal.decide(undecided.length), width, '  ').replace(/.+/g, (line) => paint('bold', line)),
      ...choices,
    ].join('\n'),
  ];
}

interface Candidate {
  readonly id: string;
  readonly section: string | null;
  readonly at: FileRange;
  readonly why: 'in-code' | 'unknown';
  readonly choices: readonly Decision[];
}

function undecidedIn(app: App, { terminal }: Words): readonly Undecided[] {
  const undecided = app.identities.filter(({ decision }) => decision === 'undecided').flatMap(({ clients }) => clients);
  const builtIn: readonly Decision[] = app.target === 'v8' ? ['studio', 'own-built-in'] : ['studio'];
  const external: readonly Decision[] =
    app.target === 'v8' ? ['studio', 'own-external', 'own-built-in'] : ['studio', 'own-external'];
  const candidates: readonly Candidate[] = [
    ...app.configurations.map((one) => ({
      id: configurationId(one),
      section: configuredSection(one),
      at: one.name,
      why: one.settings.kind === 'delegate' ? ('in-code' as const) : ('unknown' as const),
      choices: builtIn,
    })),
    ...app.externals.map((one) => ({
      id: registrationId(one),
      section: one.section,
      at: one.at,
      why: 'unknown' as const,
      choices: external,
    })),
    ...app.tokens.settingsRegistrations.map(({ id, section, at }) => {
      return { id, section, at, why: 'unknown' as const, choices: ['studio', 'own-external'] as const };
    }),
    ...app.tokens.consumers.flatMap(({ id, at }) =>
      identitiesOf(app, id).map(({ section }) => {
        return { id, section, at, why: 'unknown' as const, choices: ['studio', 'own-external'] as const };
      }),
    ),
  ];
  const byName = new Map<string, Undecided>();
  for (const { id, section, at, why, choices } of candidates) {
    if (!undecided.includes(id)) continue;
    const isShown = section !== null && isTypeable(section) && isOfOne(section, app);
    const name = isShown ? section : id;
    const known = byName.get(name.toLowerCase());
    const place = section === null ? terminal.sectionless(placeOf(app, at), why) : placeOf(app, at);
    byName.set(name.toLowerCase(), {
      name: known?.name ?? name,
      place: isShown ? null : (known?.place ?? place),
      choices: [...new Set([...(known?.choices ?? []), ...choices])],
    });
  }
  return [...byName.values()];
}

/** Two clients whose ids stand in one section need a decision each. */
function isOfOne(section: string, { identities }: App): boolean {
  return identities.filter((one) => one.section?.toLowerCase() === section.toLowerCase()).length <= 1;
}

/** The section is what people call it, unless it cannot be shown and typed. */
function isTypeable(section: string): boolean {
  return !holdsSecret(section) && !/[\t\r\n]/.test(section) && printable(section) === section;
}
