import type { FileRange } from '../../location.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import { childInRole } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { configKeyOf } from '../clients/section-path.ts';
import { defaultSection, isWithin } from '../settings/section.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import { isDevelopmentOnly } from './condition.ts';
import { configurationAt } from './configuration-at.ts';
import type { ConfigurationProvider } from './configuration-order.ts';
import type { ExecutedSubscript } from './execution.ts';

/**
 * `builder.Configuration["A:B"] = …`, which all sources that are there by then have from then on: by how many calls have
 * begun by then.
 */
export function assignedKeys(
  subscripts: readonly ExecutedSubscript[],
  project: CSharpProject,
): ReadonlyMap<number, readonly ConfigurationProvider[]> {
  const assigned = new Map<number, ConfigurationProvider[]>();
  for (const subscript of subscripts) {
    const provider = assignedBy(subscript, project);
    const before = assigned.get(subscript.position) ?? [];
    if (provider) assigned.set(subscript.position, [...before, provider]);
  }
  return assigned;
}

function assignedBy(subscript: ExecutedSubscript, project: CSharpProject): ConfigurationProvider | null {
  const { file, node, conditions, deferred } = subscript;
  const receiver = childInRole(node, 'expression');
  const isSet = node.field === 'left' && node.parent?.kind === 'assignment_expression';
  if (!isSet || receiver === null || isDevelopmentOnly(subscript)) return null;
  if (configurationAt(receiver, file, project) === null) return null;
  const at = rangeIn(file, node);
  return {
    kind: 'custom',
    files: null,
    own: holdingOnly(configKeyOf(node, file, project), at),
    at,
    conditions: conditions.filter(({ environment }) => environment === null),
    placed: !deferred,
  };
}

/** Whether there is a value to it cannot be told, which matters in the default section alone. */
function holdingOnly(path: string | null, at: FileRange): SettingsFile | null {
  if (path === null || isWithin(defaultSection, path) || isWithin(path, defaultSection)) return null;
  const entry = { path, filled: true, plain: null, clientId: null, at };
  return { file: at.file, environment: 'all', entries: [entry], keys: [] };
}
