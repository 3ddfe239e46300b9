import type { App } from '../app/app.ts';
import { configurationId, configuredPath, registrationId } from '../app/clients/identity.ts';
import type { Decision } from '../decision.ts';
import { holdsSecret } from '../files/secret-text.ts';
import type { Words } from '../words/words.ts';
import { commandLine } from './command-line.ts';
import { printable } from './display-width.ts';
import { type Paint, wrap } from './style.ts';

interface Undecided {
  /** What `--decide` takes. */
  readonly name: string;
  readonly choices: readonly Decision[];
}

/** The choices for every legacy identity that has none yet, each as it is typed. */
export function decisionsToTake(
  app: App,
  { words, width }: { readonly words: Words; readonly width: number },
  paint: Paint,
): readonly string[] {
  const undecided = undecidedIn(app);
  if (undecided.length === 0) return [];
  const { terminal } = words;
  const choices = undecided.flatMap(({ name, choices }) =>
    choices.flatMap((choice) => [
      `    ${commandLine(['--decide', `${name}=${choice}`])}`,
      wrap(terminal.choices[choice], width, '        '),
    ]),
  );
  return [
    [
      wrap(terminal.decide(undecided.length), width, '  ').replace(/.+/g, (line) => paint('bold', line)),
      ...choices,
    ].join('\n'),
  ];
}

function undecidedIn(app: App): readonly Undecided[] {
  const isUndecided = (section: string | null) =>
    app.identities.some((one) => one.decision === 'undecided' && one.section?.toLowerCase() === section?.toLowerCase());
  const builtIn: readonly Decision[] = app.target === 'v8' ? ['studio', 'own-built-in'] : ['studio'];
  const candidates: readonly (Undecided & { readonly section: string | null })[] = [
    ...app.configurations.map((one) => {
      const section = configuredPath(one);
      return { section, name: nameOf(section, configurationId(one)), choices: builtIn };
    }),
    ...app.externals.map((one) => ({
      section: one.section,
      name: nameOf(one.section, registrationId(one)),
      choices: ['studio', 'own-external'] as const,
    })),
  ];
  const byName = new Map<string, Undecided>();
  for (const { section, name, choices } of candidates) {
    if (!isUndecided(section)) continue;
    const known = byName.get(name.toLowerCase());
    byName.set(name.toLowerCase(), {
      name: known?.name ?? name,
      choices: [...new Set([...(known?.choices ?? []), ...choices])],
    });
  }
  return [...byName.values()];
}

/** The section is what people call it, unless there is none to be shown and typed. */
function nameOf(section: string | null, id: string): string {
  return section === null || holdsSecret(section) || /[\t\r\n]/.test(section) || printable(section) !== section
    ? id
    : section;
}
