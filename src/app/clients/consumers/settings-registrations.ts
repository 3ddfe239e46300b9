import type { FileRange } from '../../../location.ts';
import { readInvocation } from '../../../syntax/csharp/invocation.ts';
import { type SyntaxNode, textOf } from '../../../syntax/csharp/node.ts';
import { clientIds } from '../client-id.ts';
import type { NameSources } from '../external/package-names.ts';
import { externalPackage } from '../package-surface.ts';
import { sectionOf } from '../section-path.ts';
import { mentionsOf } from './library-type.ts';
import { callOfName } from './role.ts';
import { rangeOf, type ServicesCall, servicesCall } from './services-call.ts';

/** `Configure<MaskinportenSettings>(…)`, which the provider and others take their settings from. */
export interface SettingsRegistration extends ServicesCall {
  readonly id: string;
  /** The call as written, from its name on. */
  readonly expression: string;
  /** null when it cannot be told, or is set in code. */
  readonly section: string | null;
}

const settingsType = { name: 'MaskinportenSettings', namespace: externalPackage };

export function readSettingsRegistrations(sources: NameSources, appPath: string): readonly SettingsRegistration[] {
  const read = settingsRegistrationsIn(sources);
  const ids = clientIds(
    read.map(({ at, section, expression }) => {
      return { kind: 'token-provider', method: 'Configure', file: at.file, text: section ?? expression };
    }),
    appPath,
  );
  return read.map((registration, index) => ({ ...registration, id: ids[index] ?? '' }));
}

function settingsRegistrationsIn(sources: NameSources): readonly SettingsRegistration[] {
  return mentionsOf(settingsType, sources).flatMap(({ file, written }) => {
    const list = written.kind === 'generic_name' ? null : written.parent;
    const call = list?.kind === 'type_argument_list' ? callOfName(list) : null;
    const invocation = call && readInvocation(call, file.text);
    const [argument, ...others] = invocation?.arguments ?? [];
    if (invocation?.name !== 'Configure' || !argument || others.length > 0) return [];
    const section = sectionOf(argument.value, file, sources.project);
    return [
      {
        ...servicesCall(invocation, invocation.nameNode, 'extension', file),
        id: '',
        expression: file.text.slice(invocation.nameNode.start, invocation.end),
        section: section.kind === 'section' ? section.path : null,
      },
    ];
  });
}

/** Where the package's settings are injected: `IOptions<MaskinportenSettings>` and its like. */
export function readSettingsInjections(sources: NameSources): readonly FileRange[] {
  return mentionsOf(settingsType, sources).flatMap(({ file, written }) => {
    const wrapper = written.parent?.parent;
    const isOptions =
      wrapper?.kind === 'generic_name' && /^IOptions(Monitor|Snapshot)?\b/.test(textOf(wrapper, file.text));
    const place = isOptions ? outermostType(wrapper) : null;
    const isInjected = place?.parent?.kind === 'parameter' || place?.parent?.kind === 'type_argument_list';
    return isInjected && place ? [rangeOf(place, file)] : [];
  });
}

function outermostType(type: SyntaxNode): SyntaxNode {
  const { parent } = type;
  return parent && ['qualified_name', 'nullable_type'].includes(parent.kind) ? outermostType(parent) : type;
}
