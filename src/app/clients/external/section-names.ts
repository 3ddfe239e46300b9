import type { FileRange } from '../../../location.ts';
import { type CSharpFile, nodesOfKind } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { ancestors, childInRole, contains, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../../syntax/csharp/project.ts';
import type { SettingsRegistration } from '../consumers/settings-registrations.ts';
import { type SectionPath, sectionOf } from '../section-path.ts';

/** A place in the code that names the default section of the configuration. */
export interface SectionName {
  readonly at: FileRange;
  /** What follows the name of the section: `:ClientId`. */
  readonly rest: string;
  /**
   * `path` is where the configuration is asked for it and another name would do as well; `built-in` where the built-in
   * client is told of it; `secret` is the name of a secret in the vault, which stays what it is called; at `other` places
   * nobody can say what the name is for.
   */
  readonly use: 'path' | 'built-in' | 'secret' | 'other';
}

const written = /^@?"MaskinportenSettings((?::|--|__)[^"]*)?"$/i;
const asking = ['GetSection', 'GetRequiredSection', 'GetValue', 'Bind', 'BindConfiguration', 'GetConnectionString'];
const configuring = ['ConfigureMaskinportenClient', 'WithMaskinportenConfig'];

export function readSectionNames(
  files: readonly CSharpFile[],
  project: CSharpProject,
  registrations: readonly SettingsRegistration[],
): readonly SectionName[] {
  const names = files.flatMap((file) =>
    [
      ...nodesOfKind(file, 'string_literal'),
      ...nodesOfKind(file, 'verbatim_string_literal'),
      ...nodesOfKind(file, 'invocation_expression'),
    ].flatMap((node) => {
      const rest = restOf(node, file);
      const use = rest === null ? null : useOf(node, rest, { file, project, registrations });
      const at = { file: file.path, start: node.start, end: node.end };
      return rest !== null && use !== null ? [{ at, rest, use }] : [];
    }),
  );
  return [...new Map(names.map((name) => [`${name.at.file} ${name.at.start}`, name])).values()];
}

/** null for what does not say the name. */
function restOf(node: SyntaxNode, { text }: CSharpFile): string | null {
  if (node.kind !== 'invocation_expression') {
    const found = written.exec(textOf(node, text));
    return found ? (found[1] ?? '') : null;
  }
  return /^nameof\s*\([\w.\s]*\bMaskinportenSettings\s*\)$/i.test(textOf(node, text)) ? '' : null;
}

interface Place {
  readonly file: CSharpFile;
  readonly project: CSharpProject;
  readonly registrations: readonly SettingsRegistration[];
}

/** null where another section is meant, or none. */
function useOf(node: SyntaxNode, rest: string, place: Place): SectionName['use'] | null {
  const { file, project } = place;
  if (rest.startsWith('--')) return 'secret';
  const list = node.parent?.kind === 'argument' ? node.parent.parent : null;
  const around = list?.parent ?? null;
  if (list?.kind === 'bracketed_argument_list' && around?.kind === 'element_access_expression') {
    const receiver = childInRole(around, 'expression');
    return receiver ? useBelow(sectionOf(receiver, file, project), rest) : 'other';
  }
  const call = around ? readInvocation(around, file.text) : null;
  if (call && list?.kind === 'argument_list') {
    if (configuring.includes(call.name)) return 'built-in';
    if (asking.includes(call.name)) return useInCall(call, rest, place);
  }
  // A message that names the type of the settings.
  const isMention = node.kind === 'invocation_expression' && node.parent?.kind !== 'variable_declarator';
  return isMention ? null : 'other';
}

function useInCall(call: Invocation, rest: string, { file, project, registrations }: Place): SectionName['use'] | null {
  const outer: SectionPath = call.receiver ? sectionOf(call.receiver, file, project) : { kind: 'unknown' };
  const use = useBelow(outer, rest);
  return use === 'path' && isForOthers(call, file, registrations) ? 'other' : use;
}

function useBelow(outer: SectionPath, rest: string): SectionName['use'] | null {
  if (outer.kind === 'section') return null;
  return outer.kind === 'root' && !rest.startsWith('__') ? 'path' : 'other';
}

/** `Configure<T>(…)` and its like hand the section on to whoever asks for the options of another type. */
function isForOthers({ node }: Invocation, file: CSharpFile, registrations: readonly SettingsRegistration[]): boolean {
  for (const above of ancestors(node)) {
    const call = readInvocation(above, file.text);
    if (call?.name !== 'Configure' && call?.name !== 'BindConfiguration') continue;
    return !registrations.some((one) => one.call.file === file.path && contains(one.call, node));
  }
  return false;
}
