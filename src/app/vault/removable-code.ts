import type { FileRange } from '../../location.ts';
import { rangeIn } from '../../syntax/csharp/evaluate/place.ts';
import { childInRole, textOf } from '../../syntax/csharp/node.ts';
import type { ImportedNames } from '../../syntax/csharp/operations/imports.ts';
import { variablesUnusedWithout } from '../../syntax/csharp/operations/unused-variables.ts';
import { usingsOf } from '../../syntax/csharp/using.ts';
import type { App } from '../app.ts';
import { typesEmptiedWithout } from './emptied-types.ts';
import { type LeftPackages, packagesLeftWithout } from './left-packages.ts';
import { withTheirOwn } from './removable-function.ts';
import { uncalledHelpers } from './uncalled-helpers.ts';
import { vaultNamespaces } from './vault-surface.ts';
import type { VaultWiring } from './wiring.ts';
import { type WiringCode, wiringCodeOf } from './wiring-code.ts';

/** Code that is there for Key Vault alone, and what would be left for nothing without it. */
export interface RemovableCode {
  readonly calls: readonly RemovableCall[];
  /** Functions, and types that hold nothing else. */
  readonly declarations: readonly FileRange[];
  readonly packages: LeftPackages;
  /** A using of each file that has some, and what of them goes. */
  readonly usings: readonly FileRange[];
  readonly importedNames: readonly ImportedNames[];
  /** All places of it. */
  readonly gone: readonly FileRange[];
  /** Where a function of it is named in a way that is not followed. */
  readonly namedElsewhere: readonly FileRange[];
}

export interface RemovableCall {
  readonly call: FileRange;
  readonly form: 'extension' | 'static';
  /** Statements beside it that fill what it takes. */
  readonly filling: readonly FileRange[];
}

/** A function that makes Key Vault a source of configuration, and that nothing calls any more. */
export interface LeftHelper {
  readonly name: string;
  readonly at: FileRange;
  readonly declaration: FileRange;
  readonly code: RemovableCode;
}

type Code = Pick<App, 'sources' | 'workspace' | 'projects'>;

/** All of the wirings; with them the functions go that nothing calls: they may hold on to the same packages. */
export function codeOfProvider(app: Code, wirings: readonly VaultWiring[]): RemovableCode {
  const wired = wiringCodeOf(
    app,
    wirings.map(({ call }) => call),
  );
  return removable({ ...wired, functions: withTheirOwn([...wired.functions, ...uncalledHelpers(app)], app) }, app);
}

/** They go together: what they import, several of them may need. */
export function leftHelpers(app: Code): readonly LeftHelper[] {
  const helpers = uncalledHelpers(app);
  if (helpers.length === 0) return [];
  const code = removable({ calls: [], functions: withTheirOwn(helpers, app), namedElsewhere: [] }, app);
  return helpers.map(({ file, declaration }) => {
    const name = childInRole(declaration, 'name') ?? declaration;
    return {
      name: textOf(name, file.text),
      at: rangeIn(file, name),
      declaration: rangeIn(file, declaration),
      code,
    };
  });
}

/** Usings, with packages, that code which is gone already has left for nothing. */
export interface LeftUsings {
  /** The namespace of the first. */
  readonly name: string;
  readonly at: FileRange;
  readonly code: RemovableCode;
}

export function leftUsings(app: Code): LeftUsings | null {
  // Where nothing is parsed, no file names the vault.
  if (app.sources.parsed().length === 0) return null;
  const code = removable({ calls: [], functions: [], namedElsewhere: [] }, app);
  const [at] = code.usings;
  const file = at && app.sources.file(at.file);
  const using = file && usingsOf(file).find(({ node }) => node.start === at.start);
  return using ? { name: using.target, at, code } : null;
}

function removable({ calls, functions, namedElsewhere }: WiringCode, app: Code): RemovableCode {
  const removed = calls.map(({ file, invocation, form, filling }) => ({
    call: rangeIn(file, invocation),
    form,
    filling,
  }));
  const declared = functions.map(({ file, declaration }) => rangeIn(file, declaration));
  const types = typesEmptiedWithout(functions, [...removed.map(({ call }) => call), ...declared], app);
  const isInType = (at: FileRange) => types.some((type) => isIn(at, type.at));
  const declarations = [...declared.filter((at) => !isInType(at)), ...types.map(({ at }) => at)];
  const asked = [...removed.flatMap(({ call, filling }) => [call, ...filling]), ...declarations];
  const gone = [...asked, ...localsUnusedWithout(asked, app)];
  const packages = packagesLeftWithout(app, gone);
  return {
    calls: removed,
    declarations,
    packages,
    usings: [...packages.usings, ...types.flatMap(({ usings }) => usings)],
    importedNames: [
      ...vaultNamespaces,
      ...types.flatMap(({ namespace }) => (namespace === null ? [] : [{ namespace, names: [] }])),
    ],
    gone,
    namedElsewhere,
  };
}

/** They go along with what used them. */
function localsUnusedWithout(gone: readonly FileRange[], { sources }: Code): readonly FileRange[] {
  return [...new Set(gone.map(({ file }) => file))].flatMap((path) => {
    const file = sources.file(path);
    const here = gone.filter((range) => range.file === path);
    const unused = file?.views.flatMap(({ root }) => variablesUnusedWithout(file, root, here)) ?? [];
    return file ? unused.map(({ declarator }) => rangeIn(file, declarator)) : [];
  });
}

function isIn(inner: FileRange, outer: FileRange): boolean {
  return inner.file === outer.file && outer.start <= inner.start && inner.end <= outer.end;
}
