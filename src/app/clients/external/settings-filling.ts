import type { FileRange } from '../../../location.ts';
import type { LocalBinding } from '../../../syntax/csharp/evaluate/bindings.ts';
import { blockAround } from '../../../syntax/csharp/evaluate/local.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { type Invocation, readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { configKeyOf, type SectionPath, sectionOf } from '../section-path.ts';
import type { ProjectSources } from './package-names.ts';
import { memberSet, type SettingsMember } from './settings-member.ts';

/** A statement that only puts something into a settings object: values of a section, or one member. */
export interface Filling {
  readonly name: SyntaxNode;
  readonly statement: FileRange;
  /** Whether it runs wherever the object is made. */
  readonly certain: boolean;
  readonly sets: { readonly kind: 'section'; readonly section: SectionPath } | SetMember;
}

interface SetMember {
  readonly kind: 'member';
  readonly member: SettingsMember;
}

export function isBinding({ sets }: Filling): boolean {
  return sets.kind === 'section';
}

const unknown: SectionPath = { kind: 'unknown' };

/** What is bound on top of a member may set it anew. */
export function membersAfter(
  start: readonly SettingsMember[],
  fillings: readonly Filling[],
): readonly SettingsMember[] {
  let members = [...start];
  for (const { sets, certain } of fillings) {
    if (sets.kind === 'section') members = members.map((member) => ({ ...member, certain: false }));
    else members.push({ ...sets.member, certain: sets.member.certain && certain });
  }
  return members;
}

/** Sections that are bound one on top of the other merge key by key: only of one it can be said what holds. */
export function sectionAfter(start: SectionPath, fillings: readonly Filling[]): SectionPath {
  let section = start;
  for (const { sets, certain } of fillings) {
    if (sets.kind !== 'section') continue;
    const isOther = section.kind === 'section' && !isSame(section, sets.section);
    if (!certain || isOther) return unknown;
    section = sets.section;
  }
  return section;
}

function isSame(a: SectionPath, b: SectionPath): boolean {
  return a.kind === 'section' && b.kind === 'section' && a.path.toLowerCase() === b.path.toLowerCase();
}

/** `local.Member = value;`, `section.Bind(local);`, `config.Bind("path", local);` */
export function fillingBy(
  name: SyntaxNode,
  local: LocalBinding,
  file: CSharpFile,
  sources: ProjectSources,
): Filling | null {
  const statement = closest(name, 'expression_statement', 'local_declaration_statement', 'lambda_expression');
  if (statement?.kind !== 'expression_statement') return null;
  const [expression] = namedChildren(statement);
  const certain = blockAround(statement) === blockAround(local.statement);
  const at = { file: file.path, start: statement.start, end: statement.end };
  const filling = { name, statement: at, certain };
  if (expression?.kind === 'assignment_expression') {
    const [target, value] = [childInRole(expression, 'left'), childInRole(expression, 'right')];
    const [member, operator] = [target && childInRole(target, 'name'), childInRole(expression, 'operator')];
    const isOwn = target?.kind === 'member_access_expression' && childInRole(target, 'expression') === name;
    if (!isOwn || !member || !value || operator === null) return null;
    const isPlain = textOf(operator, file.text) === '=' && value.kind !== 'assignment_expression';
    return { ...filling, sets: { kind: 'member', member: { ...memberSet(member, value, file), certain: isPlain } } };
  }
  const call = expression ? readInvocation(expression, file.text) : null;
  const last = call?.arguments.at(-1);
  if (call?.name !== 'Bind' || call.receiver === null || last?.value !== name) return null;
  return { ...filling, sets: { kind: 'section', section: boundSection(call, file, sources) } };
}

function boundSection(call: Invocation, file: CSharpFile, { project }: ProjectSources): SectionPath {
  const [first, second] = call.arguments;
  const outer = call.receiver ? sectionOf(call.receiver, file, project) : unknown;
  if (second === undefined || first === undefined) return outer;
  const path = configKeyOf(first.value, file, project, outer);
  return path === null ? unknown : { kind: 'section', path };
}
