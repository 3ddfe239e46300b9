import type { Workspace } from '../../files/workspace.ts';
import type { FileRange } from '../../location.ts';
import { readCSharp } from '../../syntax/csharp/file.ts';
import { unlessTooDeep } from '../../syntax/csharp/nesting.ts';
import { loadCSharp } from '../../syntax/csharp/parser.ts';
import type { App } from '../app.ts';
import { configuredSection } from '../clients/identity.ts';
import type { AppLocation } from '../discovery/app-location.ts';
import { ownerTest } from '../discovery/owner.ts';
import { isBelow } from '../msbuild/paths.ts';
import type { AppProject } from '../project/app-projects.ts';
import type { MigrationRecord } from '../record/migration-record.ts';
import type { Sources } from '../sources.ts';
import { maskinportenSections } from './maskinporten-sections.ts';
import { isDefaultSection, isOfPackageAlone, sectionsAt } from './section.ts';
import { constantsNaming, mayRead, type SectionReaders, sectionReadersIn } from './section-readers.ts';
import type { SettingsFile } from './settings-file.ts';
import { type UnusedConstant, unusedConstantsIn } from './unused-constants.ts';
import { keysWrittenAt } from './written-keys.ts';

/** A Maskinporten section of the settings files that no code was found to read. */
export interface DeadSection {
  /** As the settings write it. */
  readonly path: string;
  /** The keys that it is made of, one or more a file. */
  readonly keys: readonly FileRange[];
  /** The migration record has it as the section of a client that has moved. */
  readonly recorded: boolean;
  /** A call that reads a section whose name it computes, and so perhaps this one. */
  readonly computed: FileRange | null;
  /** Those that name it, and that nothing uses. */
  readonly constants: readonly UnusedConstant[];
}

type Facts = Pick<App, 'configurations' | 'externals' | 'tokens' | 'versions' | 'settings'> & {
  readonly workspace: Workspace;
  readonly location: AppLocation;
  readonly projects: readonly AppProject[];
  readonly sources: Sources;
  readonly record: MigrationRecord | null;
};

/** Only an app whose settings hold such a section has its code searched, and only files that have its name are parsed. */
export async function readDeadSections(app: Facts): Promise<readonly DeadSection[]> {
  const found = candidates(app);
  if (found.length === 0) return [];
  const readers = await readersOf(
    found.map(({ path }) => path),
    app,
  );
  const computed = readers.flatMap((one) => one.computed)[0] ?? computedClient(app);
  return found
    .filter(({ path }) => !readers.some((one) => mayRead(one, path)))
    .map((section) => ({
      ...section,
      computed,
      constants: readers.flatMap((one) => constantsNaming(section.path, one)),
    }));
}

type Candidate = Omit<DeadSection, 'computed' | 'constants'>;

function candidates(app: Facts): readonly Candidate[] {
  const recorded = (app.record?.clients ?? []).flatMap(({ section }) => section ?? []);
  const isRecorded = (path: string) => recorded.some((one) => one.toLowerCase() === path.toLowerCase());
  const paths = new Map([...recorded, ...maskinportenSections(app)].map((path) => [path.toLowerCase(), path]));
  return [...paths.values()]
    .filter((path) => isRecorded(path) || !isReadByLibrary(path, app))
    .flatMap((path) => {
      const keys = keysOf(path, isReadByLibrary(path, app) ? filesWithoutUse(path, app) : app.settings);
      const [first] = keys;
      return first === undefined
        ? []
        : [{ path: first.path.slice(0, path.length), keys: keys.map(({ at }) => at), recorded: isRecorded(path) }];
    });
}

/** Up to v8 the library reads the default section by itself. */
function isReadByLibrary(path: string, { versions }: Facts): boolean {
  return isDefaultSection(path) && versions.capabilities.ownSettingsSection !== 'never-read';
}

/** Those where nothing of it is left that the library reads. */
function filesWithoutUse(path: string, { settings }: Facts): readonly SettingsFile[] {
  const left = sectionsAt(path, settings).filter(isOfPackageAlone);
  return settings.filter(({ file }) => left.some((section) => section.file === file));
}

/** The outermost keys that are the section, or stand in it; what every environment loads comes first. */
function keysOf(path: string, settings: readonly SettingsFile[]) {
  const inOrder = settings.toSorted((a, b) => Number(b.environment === 'all') - Number(a.environment === 'all'));
  return inOrder.flatMap((file) => keysWrittenAt(path, file));
}

async function readersOf(paths: readonly string[], app: Facts): Promise<readonly SectionReaders[]> {
  const { workspace, sources } = app;
  const last = paths.map((path) => path.slice(path.lastIndexOf(':') + 1));
  const names = new RegExp(
    [...last, ...['GetSection', 'GetRequiredSection', 'BindConfiguration', '.Bind(']].map(escaped).join('|'),
    'i',
  );
  const hits = codeOf(app).filter((path) => {
    const read = workspace.read(path);
    return read.kind === 'text' && names.test(read.source.text);
  });
  if (hits.length === 0) return [];
  await loadCSharp();
  return hits.flatMap((path) => {
    const read = workspace.read(path);
    const isOfApp = sources.paths.includes(path);
    const file = isOfApp
      ? sources.file(path)
      : read.kind === 'text'
        ? unlessTooDeep(readCSharp(path, read.source.text))
        : null;
    // What could not be parsed may say anything.
    if (file === null) {
      return [{ names: read.kind === 'text' ? [read.source.text] : [], asked: [], computed: [], unused: [] }];
    }
    return [sectionReadersIn(file, sources, isOfApp ? unusedConstantsIn(file, app) : [])];
  });
}

/** What is compiled into the app, and what stands beside it in its folder: a test may read the same settings. */
function codeOf({ workspace, sources, location }: Facts): readonly string[] {
  const isOwn = ownerTest(location);
  const beside = workspace.files.filter(
    (file) => file.toLowerCase().endsWith('.cs') && isBelow(file, location.path) && isOwn(file),
  );
  return [...new Set([...sources.paths, ...beside])];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A client whose section cannot be told may be fed from any. */
function computedClient({ configurations, externals, tokens }: Facts): FileRange | null {
  const configured = configurations.find(
    (one) => one.settings.kind === 'path' && configuredSection(one) === null,
  )?.name;
  const registered = externals.find(({ section }) => section === null)?.at;
  return configured ?? registered ?? tokens.settingsRegistrations.find(({ section }) => section === null)?.at ?? null;
}
