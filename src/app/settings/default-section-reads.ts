import type { FileRange } from '../../location.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { identifiersIn } from '../../syntax/csharp/identifiers.ts';
import { type Invocation, readInvocation } from '../../syntax/csharp/invocation.ts';
import { contains, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { conditionsFor, conditionsWithin, runsOf } from '../clients/circumstances.ts';
import { rangeOf } from '../clients/consumers/services-call.ts';
import { addedBefore, simpleName } from '../clients/credentials/options-section.ts';
import { configKeyOf, sectionOf } from '../clients/section-path.ts';
import { type Condition, isDevelopmentOnly } from '../startup/condition.ts';
import type { ExecutedCall } from '../startup/execution.ts';
import { isOuterSection, type PathRead, pathReads } from '../vault/read-paths.ts';
import { defaultSection, isDefaultSection, isIdentityKey, isWithin } from './section.ts';
import { usesOfValue, type ValueUse } from './value-uses.ts';

/** A place where code takes the default section, or a key of an identity in it, out of the app's configuration. */
export interface DefaultSectionRead {
  readonly path: string;
  readonly at: FileRange;
  /** Where what is read is put to use; the place itself where nothing holds it. */
  readonly uses: readonly FileRange[];
  /** The call that configures options with it. */
  readonly configures: FileRange | null;
}

/** Reads for local runs alone are left out. */
export function readDefaultSectionReads(
  project: CSharpProject,
  executed: readonly ExecutedCall[],
): readonly DefaultSectionRead[] {
  return pathReads(project)
    .filter(({ path }) => isOfIdentity(path))
    .filter((read) => !isDevelopmentOnly({ conditions: conditionsOfRead(read, project, executed) }))
    .map((read) => {
      const { path, at, node, file } = read;
      const options = optionsConfigured(node, file);
      const uses = options ? namesOf(options, file, project) : valueUses(read, project);
      const configures = options && rangeOf(options.call, file);
      return { path, at, uses: uses.length > 0 || options === null ? uses : [at], configures };
    });
}

/** Of the section all, or what a client is known by. */
function isOfIdentity(path: string): boolean {
  if (!isWithin(defaultSection, path)) return false;
  return isDefaultSection(path) || isIdentityKey(path.slice(defaultSection.length + 1).split(':')[0] ?? '');
}

function conditionsOfRead(
  { node, file }: PathRead,
  project: CSharpProject,
  executed: readonly ExecutedCall[],
): readonly Condition[] {
  const invocation = readInvocation(node, file.text);
  return invocation
    ? conditionsFor(invocation, file, project, runsOf(invocation, file, executed))
    : conditionsWithin(node, file, project);
}

/** Where a local holds the section, what takes another key of it has no use for these. */
function valueUses({ node, file }: PathRead, project: CSharpProject): readonly FileRange[] {
  return usesOfValue(node, file, project)
    .filter((use) => use.node === node || !takesOtherKey(use, project))
    .map((use) => rangeOf(use.node, use.file));
}

function takesOtherKey({ node, file }: ValueUse, project: CSharpProject): boolean {
  const taking = isOuterSection(node, file) ? takingFrom(node) : null;
  if (taking === null) return false;
  const section = sectionOf(taking, file, project);
  const path = section.kind === 'section' ? section.path : configKeyOf(taking, file, project);
  return path !== null && !isOfIdentity(path);
}

/** `section["A"]` or `section.GetSection("A")`, of the section. */
function takingFrom({ parent }: SyntaxNode): SyntaxNode | null {
  return parent?.kind === 'member_access_expression' ? parent.parent : parent;
}

interface ConfiguredOptions {
  readonly call: Invocation;
  readonly type: string;
}

/** `Configure<T>(section)`, `AddOptions<T>().Bind(section)` and `AddOptions<T>().BindConfiguration("A")`. */
function optionsConfigured(node: SyntaxNode, file: CSharpFile): ConfiguredOptions | null {
  const around = node.parent?.kind === 'argument' ? node.parent.parent?.parent : null;
  const call = readInvocation(around ?? node, file.text);
  if (call === null || !['Configure', 'Bind', 'BindConfiguration'].includes(call.name)) return null;
  const naming = call.name === 'Configure' ? call : addedBefore(call, file.text);
  const [type] = naming?.typeArguments ?? [];
  return type ? { call, type: simpleName(textOf(type, file.text)) } : null;
}

const declaring = /_declaration$/;

/** Where the type of the options is named, besides where it is declared and where they are configured. */
function namesOf({ call, type }: ConfiguredOptions, file: CSharpFile, project: CSharpProject): readonly FileRange[] {
  return project.filesMentioning(type).flatMap((one) =>
    identifiersIn(one, type)
      .filter(({ parent, field }) => !(field === 'name' && parent !== null && declaring.test(parent.kind)))
      .filter((name) => one !== file || !contains(call, name))
      .map((name) => rangeOf(name, one)),
  );
}
