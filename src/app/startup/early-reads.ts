import type { FileRange } from '../../location.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import type { CSharpFile } from '../../syntax/csharp/file.ts';
import { readArguments } from '../../syntax/csharp/invocation.ts';
import { childInRole, childOfKind, type SyntaxNode, textOf } from '../../syntax/csharp/node.ts';
import type { CSharpProject } from '../../syntax/csharp/project.ts';
import { configKeyOf, type SectionPath, sectionOf } from '../clients/section-path.ts';
import type { ExternalBinding } from '../packages/external-binding.ts';
import { calledFunctions } from './callable.ts';
import type { Condition } from './condition.ts';
import { configurationAt } from './configuration-at.ts';
import type { ExecutedCall, ExecutedCreation, ExecutedSubscript, Execution } from './execution.ts';

/** A place of the start-up that takes values out of the configuration there and then, as they are at that time. */
export interface ConfigurationRead {
  /** `passed`: to code that may read it at once. */
  readonly how: 'bound' | 'value' | 'registration' | 'passed';
  /** The section that is bound or the key that is read; null when it cannot be told, or all of the configuration. */
  readonly path: string | null;
  /** What to point at: the name of the method, or all of `config["key"]`. */
  readonly at: FileRange;
  readonly expression: FileRange;
  readonly conditions: readonly Condition[];
  /** Its place in the start-up, to compare with others. */
  readonly position: number;
}

/** What runs later, in a lambda that a library keeps, finds the configuration complete and is left out. */
export function readEarlyReads(
  { calls, subscripts, creations }: Execution,
  project: CSharpProject,
  binding: ExternalBinding,
): readonly ConfigurationRead[] {
  const reads = [
    ...calls.flatMap((call, position) => (call.deferred ? [] : readCall(call, position, project, binding))),
    ...subscripts.flatMap((subscript) => (subscript.deferred ? [] : readSubscript(subscript, project))),
    ...creations.flatMap((creation) => (creation.deferred ? [] : readCreation(creation, project))),
  ];
  return reads.sort((a, b) => a.position - b.position);
}

const registering = [
  'AddMaskinportenHttpClient',
  'RegisterMaskinportenClientDefinition',
  'RegisterMaskinportenHttpClient',
];

function readCall(
  call: ExecutedCall,
  position: number,
  project: CSharpProject,
  binding: ExternalBinding,
): readonly ConfigurationRead[] {
  const { invocation, file, conditions } = call;
  const taken = takenBy(call, project, binding);
  if (taken === null || calledFunctions(invocation, file, project).length > 0) return [];
  return [
    {
      ...taken,
      at: rangeIn(file, invocation.nameNode),
      expression: rangeIn(file, invocation),
      conditions,
      position,
    },
  ];
}

type Taken = Pick<ConfigurationRead, 'how' | 'path'>;

function takenBy(call: ExecutedCall, project: CSharpProject, binding: ExternalBinding): Taken | null {
  const { invocation, file } = call;
  const { name, receiver, arguments: given, typeArguments } = invocation;
  const [first, second] = given.map(({ value }) => value);
  if (registering.includes(name)) {
    const section = given.map(({ value }) => configurationAt(value, file, project)).find((one) => one !== null);
    if (section === undefined || section === null || binding === 'late') return null;
    return { how: binding === 'unknown' ? 'passed' : 'registration', path: pathOf(section) };
  }
  if (receiver === null) return null;
  switch (name) {
    case 'Get':
      if (typeArguments.length === 0 && first?.kind !== 'typeof_expression') return null;
      return bound(configurationAt(receiver, file, project));
    case 'Bind':
      if (textOf(receiver, file.text) === 'ConfigurationBinder') {
        return first ? bound(configurationAt(first, file, project)) : null;
      }
      if (first && second) {
        const section = configurationAt(receiver, file, project);
        return section && { how: 'bound', path: configKeyOf(first, file, project, section) };
      }
      return bound(configurationAt(receiver, file, project));
    case 'GetValue':
    case 'GetConnectionString': {
      const section = configurationAt(receiver, file, project);
      const key = first && section ? configKeyOf(first, file, project, section) : null;
      return section && { how: 'value', path: key !== null && name !== 'GetValue' ? `ConnectionStrings:${key}` : key };
    }
    case 'Exists':
    case 'GetChildren':
    case 'AsEnumerable': {
      const section = configurationAt(receiver, file, project);
      return section && { how: 'value', path: pathOf(section) };
    }
    case 'GetSection':
    case 'GetRequiredSection':
      return isValueTaken(invocation.node, file) ? sectionValue(invocation.node, file, project) : null;
    default:
      return passedTo(call, project);
  }
}

function bound(section: SectionPath | null): Taken | null {
  return section && { how: 'bound', path: pathOf(section) };
}

/** `config.GetSection("A:B").Value` */
function isValueTaken({ parent }: SyntaxNode, { text }: CSharpFile): boolean {
  const name = parent?.kind === 'member_access_expression' ? childInRole(parent, 'name') : null;
  return name !== null && textOf(name, text) === 'Value';
}

function sectionValue(section: SyntaxNode, file: CSharpFile, project: CSharpProject): Taken {
  return { how: 'value', path: pathOf(sectionOf(section, file, project)) };
}

function pathOf(section: SectionPath): string | null {
  return section.kind === 'section' ? section.path : null;
}

/** Those that keep a section for later, or want nothing of it that a vault holds. */
const keeping = [
  'Configure',
  'PostConfigure',
  'ConfigureMaskinportenClient',
  'AddAltinnAppServices',
  'AddAltinnAppControllersWithViews',
  'AddMaskinportenHttpMessageHandler',
  'AddSingleton',
  'TryAddSingleton',
  'AddOptions',
  'AddFeatureManagement',
  'AddConfiguration',
  'IsNullOrEmpty',
  'IsNullOrWhiteSpace',
];

function passedTo({ invocation, file }: ExecutedCall, project: CSharpProject): Taken | null {
  if (keeping.includes(invocation.name)) return null;
  for (const { value } of invocation.arguments) {
    const section = configurationAt(value, file, project);
    if (section !== null) return { how: 'passed', path: pathOf(section) };
  }
  return null;
}

function readSubscript(
  { file, node, conditions, position }: ExecutedSubscript,
  project: CSharpProject,
): readonly ConfigurationRead[] {
  const receiver = childInRole(node, 'expression');
  const isSet = node.field === 'left' && node.parent?.kind === 'assignment_expression';
  if (receiver === null || isSet || configurationAt(receiver, file, project) === null) return [];
  const place = rangeIn(file, node);
  const path = configKeyOf(node, file, project);
  // It is read before the call that has it for an argument.
  return [{ how: 'value', path, at: place, expression: place, conditions, position: position - 0.5 }];
}

/** A constructor may read at once what it is given. */
function readCreation(
  { file, node, conditions, position }: ExecutedCreation,
  project: CSharpProject,
): readonly ConfigurationRead[] {
  const list = childInRole(node, 'arguments') ?? childOfKind(node, 'argument_list');
  const [section] = (list ? readArguments(list, file.text) : []).flatMap(
    ({ value }) => configurationAt(value, file, project) ?? [],
  );
  if (section === undefined) return [];
  const place = rangeIn(file, node);
  return [{ how: 'passed', path: pathOf(section), at: place, expression: place, conditions, position: position - 0.5 }];
}
