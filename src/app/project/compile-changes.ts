import type { Evaluation } from '../msbuild/evaluation.ts';

/** `<Compile Include="…">` or `<Compile Remove="…">`, with paths and globs from the project's folder. */
export interface CompileChange {
  readonly kind: 'include' | 'remove';
  readonly globs: readonly string[];
}

/** In order. What may or may not be removed stays: a finding too many is seen, one too few is not. */
export function compileChangesOf({ operations, properties }: Evaluation): readonly CompileChange[] {
  const excluded = properties.get('DefaultItemExcludes');
  const excludes =
    excluded?.kind === 'known' && excluded.values.length === 1 ? (excluded.values[0] ?? '').split(';') : [];
  const changes = operations
    .filter(({ type, kind, certainty }) => type === 'compile' && (kind === 'include' || certainty === 'certain'))
    .flatMap(({ kind, names }) => (kind === 'update' ? [] : [{ kind, globs: names }]));
  const globs = excludes.map((glob) => glob.trim()).filter((glob) => glob !== '');
  return globs.length === 0 ? changes : [{ kind: 'remove', globs }, ...changes];
}
