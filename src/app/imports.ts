import type { CSharpFile } from '../syntax/csharp/file.ts';
import type { CSharpProject } from '../syntax/csharp/project.ts';
import { type UsingDirective, usingsOf } from '../syntax/csharp/using.ts';
import type { AppProject } from './project/app-projects.ts';

/** What a file can name without saying where it is from. */
export interface Import {
  readonly kind: UsingDirective['kind'];
  readonly alias: string | null;
  readonly target: string;
}

export interface Imports {
  /** Namespaces that every file of its project has. */
  sharedWith(file: CSharpFile): readonly string[];
  /** Its own usings and those that it shares. */
  of(file: CSharpFile): readonly Import[];
}

export function openImports(_projects: readonly AppProject[], sources: CSharpProject): Imports {
  const shared = () =>
    sources
      .filesMentioning('global using')
      .flatMap(usingsOf)
      .filter((using) => using.global);
  return {
    sharedWith: () => shared().flatMap(({ kind, target }) => (kind === 'namespace' ? [target] : [])),
    of: (file) => [...usingsOf(file), ...shared()],
  };
}
