import type { FileRange } from '../../../location.ts';
import { functionKinds } from '../../../syntax/csharp/enclosing.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { childInRole, closest, type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { isDefaultSection } from '../../settings/section.ts';
import type { NameSources } from '../external/package-names.ts';
import { externalPackage } from '../package-surface.ts';
import { sectionOf } from '../section-path.ts';
import { type LibraryType, type Mention, mentionsOf } from './library-type.ts';
import { type MadeScope, scopeMade } from './made-settings.ts';
import { callOfName, roleOf } from './role.ts';
import { rangeOf } from './services-call.ts';

/** A place in the code that has to do with the settings of a Maskinporten client itself. */
export interface SettingsUse {
  /** The name of the type. */
  readonly at: FileRange;
  /** Whose settings: of the external package, or of the app library's built-in client. */
  readonly of: 'package' | 'library';
  readonly how: 'injected' | 'configured' | 'bound' | 'made';
  /** What they are configured from; null when it cannot be told. */
  readonly section: string | null;
  /** What they are made to ask for; null where nothing is said. */
  readonly scope: MadeScope | null;
  /** The local that holds them. */
  readonly local: string | null;
  /** The function that it stands in. */
  readonly within: string | null;
}

const types: readonly (readonly [SettingsUse['of'], LibraryType])[] = [
  ['package', { name: 'MaskinportenSettings', namespace: externalPackage }],
  ['library', { name: 'MaskinportenSettings', namespace: 'Altinn.App.Core.Features.Maskinporten' }],
];

/** Whether the app gives the built-in client other settings than those of the default section, as `ConfigureMaskinportenClient` does. */
export function configuresBuiltIn(uses: readonly SettingsUse[]): boolean {
  return configuringUses(uses).some(({ section }) => section === null || !isDefaultSection(section));
}

/** `Configure<MaskinportenSettings>(…)` and the like, of the built-in client's settings: they stack on what it is bound to. */
export function configuringUses(uses: readonly SettingsUse[]): readonly SettingsUse[] {
  return uses.filter(({ of, how }) => of === 'library' && how === 'configured');
}

/** A name that both libraries may mean is the package's. */
export function readSettingsUses(sources: NameSources): readonly SettingsUse[] {
  const uses = types.flatMap(([of, type]) =>
    mentionsOf(type, sources).flatMap((mention) => useAt(mention, of, sources)),
  );
  const distinct = new Map<string, SettingsUse>();
  for (const use of uses) {
    const place = `${use.at.file} ${use.at.start}`;
    if (!distinct.has(place)) distinct.set(place, use);
  }
  return [...distinct.values()];
}

function useAt(mention: Mention, of: SettingsUse['of'], sources: NameSources): readonly SettingsUse[] {
  const { written, file } = mention;
  // The oldest API has settings of a definition, which are told of as a whole.
  const how = written.kind === 'generic_name' ? null : howUsed(mention);
  if (how === null) return [];
  const scope = closest(written, ...functionKinds);
  const name = scope && childInRole(scope, 'name');
  const local = localOf(written, file.text);
  return [
    {
      at: rangeOf(written, file),
      of,
      how,
      section: how === 'configured' ? configuredFrom(mention, sources) : null,
      scope: how === 'made' ? scopeMade(written, local, file, sources.project) : null,
      local,
      within: name ? textOf(name, file.text) : null,
    },
  ];
}

function howUsed(mention: Mention): SettingsUse['how'] | null {
  const { written, file } = mention;
  const { parent } = written;
  if (parent?.kind === 'type_argument_list') {
    const generic = parent.parent ? textOf(parent.parent, file.text) : '';
    if (/^IOptions(?:Monitor|Snapshot)?\b/.test(generic)) return isInjected(parent.parent) ? 'injected' : null;
    if (callOfName(parent) === null) return null;
    if (/^Get(?:Value)?\b/.test(generic)) return 'bound';
    return /^(?:Post)?Configure(?:All|Options)?\b|^AddOptions/.test(generic) ? 'configured' : null;
  }
  if (parent?.kind === 'object_creation_expression') return 'made';
  if (parent?.kind === 'variable_declaration') {
    return /=\s*new\s*\(/.test(textOf(parent, file.text)) ? 'made' : null;
  }
  return roleOf(mention).kind === 'constructor' ? 'injected' : null;
}

/** `Configure<MaskinportenSettings>(section)`; of a chain that goes on behind it, nothing is told. */
function configuredFrom({ written, file }: Mention, { project }: NameSources): string | null {
  const call = written.parent && callOfName(written.parent);
  const [argument] = (call && readInvocation(call, file.text)?.arguments) ?? [];
  if (!argument) return null;
  const section = sectionOf(argument.value, file, project);
  return section.kind === 'section' ? section.path : null;
}

function isInjected(options: SyntaxNode | null): boolean {
  let type = options;
  while (type?.parent && ['qualified_name', 'nullable_type'].includes(type.parent.kind)) type = type.parent;
  return type?.parent?.kind === 'parameter' || type?.parent?.kind === 'type_argument_list';
}

function localOf(written: SyntaxNode, text: string): string | null {
  const declaration = closest(written, 'variable_declaration', 'block', 'lambda_expression');
  const declarator = declaration?.kind === 'variable_declaration' ? declaration.children.find(isDeclarator) : undefined;
  const name = declarator && childInRole(declarator, 'name');
  return name ? textOf(name, text) : null;
}

function isDeclarator({ kind }: SyntaxNode): boolean {
  return kind === 'variable_declarator';
}
