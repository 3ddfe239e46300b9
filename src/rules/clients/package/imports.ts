import type { App } from '../../../app/app.ts';
import { externalNamespaces } from '../../../app/clients/package-surface.ts';
import type { LeftoverImports } from '../../../app/packages/leftover-imports.ts';
import { textsNaming } from '../../../app/packages/texts-naming.ts';
import type { Reason, UnclearReference } from '../../../words/reasons.ts';
import type { Change } from '../../finding.ts';

export function importsIn({ usings, globalUsings, items }: LeftoverImports): number {
  return usings.length + globalUsings.length + items.length;
}

export function removalsOfImports({ usings, globalUsings, items }: LeftoverImports): readonly Change[] {
  return [
    ...usings.map((at) => ({ kind: 'imports', at, needs: [], mayGo: externalNamespaces }) as const),
    ...globalUsings.map((at) => ({ kind: 'replace', at, text: '', keeps: [] }) as const),
    ...items.map((at) => ({ kind: 'remove-element', at }) as const),
  ];
}

/** What keeps the imports from going. */
export function unclearImports({ unclearItems, unclearUsings }: LeftoverImports): readonly UnclearReference[] {
  return [
    ...(unclearItems.length > 0 ? (['unclear-usings'] as const) : []),
    ...(unclearUsings.length > 0 ? (['uses-unclear'] as const) : []),
  ];
}

export function namedInTexts(app: App): readonly Reason[] {
  return textsNaming(app).map((file) => ({ code: 'package-named-in-text', file }));
}
