import type { App } from '../../app/app.ts';
import {
  type EnvironmentVariable,
  isDeployed,
  maskinportenVariables,
} from '../../app/settings/environment-variables.ts';
import { sectionsInCode } from '../../app/settings/maskinporten-sections.ts';
import { isDefaultSection } from '../../app/settings/section.ts';
import { readsOwnSettings } from '../../app/settings/unread-settings.ts';
import { usesMaskinporten } from '../../app/status.ts';
import type { FindingOf } from '../finding.ts';
import type { Rule } from '../rule.ts';

export const environmentOverride: Rule<'config/environment-override'> = {
  id: 'config/environment-override',
  severity: 'warning',
  phase: 'switch',
  fixes: ['manual', 'none'],
  example: 'config-environment-override',
  check: (app) =>
    usesMaskinporten(app)
      ? groupsOf(maskinportenVariables(app.environmentVariables, sectionsInCode(app))).map((group) =>
          findingFor(app, group),
        )
      : [],
};

type Group = readonly [first: EnvironmentVariable, ...others: EnvironmentVariable[]];

/** One of each section in a file, whatever its casing. */
function groupsOf(variables: readonly EnvironmentVariable[]): readonly Group[] {
  const groups = new Map<string, [EnvironmentVariable, ...EnvironmentVariable[]]>();
  for (const variable of variables) {
    const group = `${variable.file}\0${variable.section.toLowerCase()}`;
    const known = groups.get(group);
    if (known) known.push(variable);
    else groups.set(group, [variable]);
  }
  return [...groups.values()];
}

function findingFor(app: App, group: Group): FindingOf<'config/environment-override'> {
  const [{ at, file, section, where }] = group;
  const keys = group.map(({ key }) => key);
  const isFirst = (key: string, index: number) =>
    keys.findIndex((other) => other.toLowerCase() === key.toLowerCase()) === index;
  return {
    rule: 'config/environment-override',
    severity: 'warning',
    phase: 'switch',
    at,
    subject: at,
    data: {
      file,
      where,
      section: section === '' ? null : section,
      keys: keys.filter(isFirst),
      defaultSection: isDefaultSection(section),
      merged: readsOwnSettings(app),
    },
    // Local runs need credentials of their own before and after.
    remedy: group.every(isDeployed) ? { kind: 'manual', reasons: [] } : { kind: 'none' },
  };
}
