import type { FileRange } from '../../location.ts';
import type { Evaluation } from '../msbuild/evaluation.ts';
import type { Item } from '../msbuild/items.ts';

/** `<Using Include="…">`: all C# files of the project have it. */
export interface ProjectUsing {
  readonly kind: 'namespace' | 'static' | 'alias';
  readonly alias: string | null;
  readonly target: string;
  readonly conditional: boolean;
  readonly element: FileRange;
}

export function projectUsingsOf({ items }: Evaluation): readonly ProjectUsing[] {
  return items
    .filter(({ type }) => type === 'using')
    .map((item) => {
      const alias = metadataOf(item, 'alias');
      const isStatic = metadataOf(item, 'static').toLowerCase() === 'true';
      return {
        kind: alias !== '' ? 'alias' : isStatic ? 'static' : 'namespace',
        alias: alias === '' ? null : alias,
        target: item.include.replace(/\s/g, '').replace(/^global::/, ''),
        conditional: item.conditional,
        element: item.element,
      };
    });
}

function metadataOf({ metadata }: Item, name: string): string {
  const [first] = metadata.get(name) ?? [];
  return first?.values.kind === 'known' ? (first.values.values[0] ?? '').trim() : '';
}

const SDK = ['', '.Collections.Generic', '.IO', '.Linq', '.Net.Http', '.Threading', '.Threading.Tasks'].map(
  (name) => `System${name}`,
);
const HOST = ['Configuration', 'DependencyInjection', 'Hosting', 'Logging'].map(
  (name) => `Microsoft.Extensions.${name}`,
);
const ASP_NET = ['Builder', 'Hosting', 'Http', 'Routing'].map((name) => `Microsoft.AspNetCore.${name}`);

/** By the name of the SDK in lower case; each has those of the plain one as well. */
const IMPLICIT: ReadonlyMap<string, readonly string[]> = new Map([
  ['microsoft.net.sdk.web', ['System.Net.Http.Json', ...ASP_NET, ...HOST]],
  ['microsoft.net.sdk.worker', HOST],
]);

/**
 * The namespaces that `<ImplicitUsings>` brings for certain. What may have been switched off or removed is left out:
 * a using too many does no harm, one too few does not compile.
 */
export function implicitUsingsOf({ properties, operations, sdks }: Evaluation): readonly string[] {
  const setting = properties.get('ImplicitUsings');
  const isOn = setting?.kind === 'known' && setting.values.every((value) => /^(?:enable|true)$/i.test(value));
  const names = sdks.map((sdk) => sdk.toLowerCase()).filter((sdk) => /^microsoft\.net\.sdk\b/.test(sdk));
  if (!isOn || names.length === 0) return [];
  const removed = operations
    .filter(({ type, kind }) => type === 'using' && kind === 'remove')
    .flatMap((one) => one.names);
  const brought = new Set([...SDK, ...names.flatMap((name) => IMPLICIT.get(name) ?? [])]);
  return [...brought].filter((name) => !removed.some((other) => other.toLowerCase() === name.toLowerCase()));
}
