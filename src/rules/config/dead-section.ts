import type { App } from '../../app/app.ts';
import type { DeadSection } from '../../app/settings/dead-sections.ts';
import { isDefaultSection } from '../../app/settings/section.ts';
import { linesWithSecrets } from '../../files/secret-text.ts';
import type { Reason } from '../../words/reasons.ts';
import { definitionObstacles } from '../clients/external/definitions.ts';
import type { FindingOf, Remedy } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const deadSection: Rule<'config/dead-section'> = {
  id: 'config/dead-section',
  severity: 'note',
  phase: 'cleanup',
  fixes: ['review', 'manual'],
  example: 'config-dead-section',
  check: (app) => app.deadSections.flatMap((section) => findingFor(app, section)),
};

function findingFor(app: App, section: DeadSection): readonly FindingOf<'config/dead-section'>[] {
  const [at] = section.keys;
  const why = whyDead(app, section);
  // Code that computes what it reads may read this one; only a record says that the section is the old client's.
  if (at === undefined || (why === 'unrecorded' && section.computed !== null)) return [];
  return [
    {
      rule: 'config/dead-section',
      severity: 'note',
      phase: 'cleanup',
      at,
      subject: at,
      data: { name: section.path, files: filesOf(section), why },
      remedy: remedyFor(app, section, why),
    },
  ];
}

function whyDead({ versions }: App, { path, recorded }: DeadSection) {
  if (isDefaultSection(path)) {
    return versions.capabilities.ownSettingsSection === 'never-read' ? 'removed-in-v9' : 'keys-of-package';
  }
  return recorded ? 'moved' : 'unrecorded';
}

function remedyFor(app: App, section: DeadSection, why: ReturnType<typeof whyDead>): Remedy {
  const open = section.constants.filter(({ isOpen }) => isOpen);
  const obstacles: readonly Reason[] = [
    ...(why === 'unrecorded' ? [{ code: 'no-record' } as const] : []),
    ...(section.computed === null ? [] : [{ code: 'section-computed', file: section.computed.file } as const]),
    ...withoutDefinition(app),
    ...open.map(({ name, declarator: { file } }) => ({ code: 'constant-public', name, file }) as const),
    ...filesOf(section)
      .filter((file) => showsSecret(app, file))
      .map((file) => ({ code: 'secret-in-context', file }) as const),
  ];
  if (obstacles.length > 0) return { kind: 'manual', reasons: obstacles };
  return {
    kind: 'change',
    changes: section.keys.map((at) => ({ kind: 'remove-setting', at })),
    reasons: [
      { code: 'no-reader-found' },
      ...section.constants.map(({ name, declarator: { file } }) => ({ code: 'constant-unused', name, file }) as const),
    ],
  };
}

/** A handler whose credentials nobody registered: any section may be the one that it was meant to have. */
function withoutDefinition({ handlers }: App): readonly Reason[] {
  return handlers.filter(({ definitions }) => definitions.length === 0).flatMap(definitionObstacles);
}

function filesOf({ keys }: DeadSection): readonly string[] {
  return [...new Set(keys.map(({ file }) => file))];
}

/** A patch would show a key on its lines, or between them. */
function showsSecret({ workspace }: App, file: string): boolean {
  const read = workspace.read(file);
  return read.kind === 'text' && linesWithSecrets(read.source.text).size > 0;
}
