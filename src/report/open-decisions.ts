import type { App } from '../app/app.ts';
import { configurationId, configuredSection, identitiesOf, registrationId } from '../app/clients/identity.ts';
import type { Decision } from '../decision.ts';
import { holdsSecret } from '../files/secret-text.ts';
import type { FileRange } from '../location.ts';
import { printable } from './display-width.ts';

/** A legacy identity of which nobody has decided what becomes, or of which it may still be decided. */
export interface OpenDecision {
  /** What `--decide` takes: the section, or the id of a client, which says nothing to a person. */
  readonly name: string;
  readonly isSection: boolean;
  readonly section: string | null;
  /** Where a client of it stands. */
  readonly at: FileRange;
  /** Why it has no section, where it has none. */
  readonly why: 'in-code' | 'unknown';
  readonly choices: readonly Decision[];
}

interface Candidate {
  readonly id: string;
  readonly section: string | null;
  readonly at: FileRange;
  readonly why: OpenDecision['why'];
  readonly choices: readonly Decision[];
}

export function openDecisions(app: App): readonly OpenDecision[] {
  return decisionsFor(
    app,
    app.identities.filter(({ decision }) => decision === 'undecided'),
  );
}

/** What becomes of an identity by default, and how it is decided otherwise. */
export function defaultDecisions(app: App): readonly OpenDecision[] {
  return decisionsFor(
    app,
    app.identities.filter(({ decision, isDecided }) => decision !== 'undecided' && !isDecided),
  );
}

function decisionsFor(app: App, identities: App['identities']): readonly OpenDecision[] {
  const asked = identities.flatMap(({ clients }) => clients);
  const byName = new Map<string, OpenDecision>();
  for (const { id, section, at, why, choices } of candidates(app)) {
    if (!asked.includes(id)) continue;
    const isSection = section !== null && isTypeable(section) && isOfOne(section, app);
    const name = isSection ? section : id;
    const known = byName.get(name.toLowerCase());
    byName.set(name.toLowerCase(), {
      ...(known ?? { name, isSection, section, at, why }),
      choices: [...new Set([...(known?.choices ?? []), ...choices])],
    });
  }
  return [...byName.values()];
}

function candidates(app: App): readonly Candidate[] {
  const builtIn: readonly Decision[] = app.target === 'v8' ? ['studio', 'own-built-in'] : ['studio'];
  const external: readonly Decision[] =
    app.target === 'v8' ? ['studio', 'own-external', 'own-built-in'] : ['studio', 'own-external'];
  return [
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
}

/** Two clients whose ids stand in one section need a decision each. */
function isOfOne(section: string, { identities }: App): boolean {
  return identities.filter((one) => one.section?.toLowerCase() === section.toLowerCase()).length <= 1;
}

/** The section is what people call it, unless it cannot be shown and typed. */
function isTypeable(section: string): boolean {
  return !holdsSecret(section) && !/[\t\r\n]/.test(section) && printable(section) === section;
}
