import { functionKinds, lambdaKinds } from '../../../syntax/csharp/enclosing.ts';
import type { CSharpFile } from '../../../syntax/csharp/file.ts';
import { nodesOfKind } from '../../../syntax/csharp/file.ts';
import { childInRole, childOfKind, namedChildren, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { typesNamed } from '../../../syntax/csharp/project.ts';
import { bodyOf, nameOf, parametersOf } from '../../startup/callable.ts';
import type { NameSources } from './package-names.ts';
import { memberSet, type SettingsMember } from './settings-member.ts';

/** What the delegate of a registration does to the definition's settings. */
export type DelegateReading =
  | { readonly kind: 'members'; readonly members: readonly SettingsMember[] }
  /** Something besides setting members once and for all. */
  | { readonly kind: 'unclear'; readonly statement: string };

interface Body {
  readonly file: CSharpFile;
  readonly parameter: string;
  readonly node: SyntaxNode;
}

/** None when there is no delegate, or it was not understood. */
export function membersSetBy(delegate: DelegateReading | null): readonly SettingsMember[] {
  return delegate?.kind === 'members' ? delegate.members : [];
}

export function readDelegate(value: SyntaxNode, file: CSharpFile, sources: NameSources): DelegateReading {
  const body = lambdaKinds.includes(value.kind) ? bodyOfLambda(value, file) : bodyOfMethod(value, file, sources);
  if (body === null) return unclear(value, file);
  const statements = body.node.kind === 'block' ? namedChildren(body.node) : [body.node];
  const aliases = new Set<string>();
  const members: SettingsMember[] = [];
  for (const statement of statements) {
    const set = membersIn(statement, body, aliases);
    if (set === null) return unclear(statement, body.file);
    members.push(...set);
  }
  return { kind: 'members', members };
}

function unclear(node: SyntaxNode, file: CSharpFile): DelegateReading {
  const [line = ''] = textOf(node, file.text).split(/[\r\n]/);
  return { kind: 'unclear', statement: line.trim() };
}

function bodyOfLambda(lambda: SyntaxNode, file: CSharpFile): Body | null {
  const node = childInRole(lambda, 'body') ?? childOfKind(lambda, 'block');
  const list = childInRole(lambda, 'parameters') ?? childOfKind(lambda, 'parameter_list', 'implicit_parameter');
  if (node === null || list === null) return null;
  const parameter = list.kind === 'implicit_parameter' ? list : childOfKind(list, 'parameter');
  const name = parameter && (childInRole(parameter, 'name') ?? parameter);
  return name ? { file, parameter: textOf(name, file.text), node } : null;
}

/** A method group: of this file, or of a type that the name says. */
function bodyOfMethod(value: SyntaxNode, file: CSharpFile, { project }: NameSources): Body | null {
  const name = textOf(
    value.kind === 'member_access_expression' ? (childInRole(value, 'name') ?? value) : value,
    file.text,
  );
  const owner = childInRole(value, 'expression');
  const files = owner
    ? typesNamed(project, textOf(owner, file.text).split('.').at(-1) ?? '').map((type) => type.file)
    : [file];
  const found = [...new Set(files)].flatMap((candidate) =>
    nodesOfKind(candidate, ...functionKinds)
      .filter((declaration) => nameOf(declaration, candidate.text) === name)
      .flatMap((declaration) => {
        const node = bodyOf(declaration);
        const [parameter, ...others] = parametersOf(declaration, candidate.text);
        if (node === null || parameter === undefined || others.length > 0) return [];
        const inner = node.kind === 'arrow_expression_clause' ? namedChildren(node)[0] : node;
        return inner ? [{ file: candidate, parameter: parameter.name, node: inner }] : [];
      }),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** null when the statement does something else. */
function membersIn(statement: SyntaxNode, body: Body, aliases: Set<string>): readonly SettingsMember[] | null {
  const { text } = body.file;
  if (statement.kind === 'empty_statement' || statement.kind === 'return_statement') {
    return namedChildren(statement).length === 0 ? [] : null;
  }
  if (statement.kind === 'local_declaration_statement') return addAlias(statement, body, aliases) ? [] : null;
  const expression = statement.kind === 'expression_statement' ? namedChildren(statement)[0] : statement;
  if (expression?.kind !== 'assignment_expression') return null;
  const operator = childInRole(expression, 'operator');
  const [target, value] = [childInRole(expression, 'left'), childInRole(expression, 'right')];
  if (!target || !value || operator === null || textOf(operator, text) !== '=') return null;
  if (value.kind === 'assignment_expression') return null;
  const [owner, name] = [childInRole(target, 'expression'), childInRole(target, 'name')];
  if (target.kind !== 'member_access_expression' || owner === null || name === null) return null;
  return isSettings(owner, body, aliases) ? [memberSet(name, value, body.file)] : null;
}

/** `var settings = definition.ClientSettings;` */
function addAlias(statement: SyntaxNode, body: Body, aliases: Set<string>): boolean {
  const variables = childOfKind(statement, 'variable_declaration');
  const [declarator, ...others] = variables
    ? variables.children.filter(({ kind }) => kind === 'variable_declarator')
    : [];
  const name = declarator && childInRole(declarator, 'name');
  const value = declarator && namedChildren(declarator).at(-1);
  if (!name || !value || others.length > 0 || !isSettings(value, body, aliases)) return false;
  aliases.add(textOf(name, body.file.text));
  return true;
}

function isSettings(node: SyntaxNode, { file, parameter }: Body, aliases: ReadonlySet<string>): boolean {
  const written = textOf(node, file.text).replace(/[\s!()]/g, '');
  return written === `${parameter}.ClientSettings` || aliases.has(written);
}
