import { posix } from 'node:path';
import { positionAt } from '../files/lines.ts';
import type { SourceText } from '../files/text.ts';
import type { Skipped } from '../files/walk.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FileRange } from '../location.ts';
import { parseJson } from '../syntax/json/parse.ts';
import type { NotAnalysedReason } from '../words/rules/files/not-analysed.ts';
import { isBelow } from './msbuild/paths.ts';
import type { UnreadProjectFile } from './msbuild/project-file.ts';
import { whyNotParsed } from './not-parsed.ts';
import type { ReadPolicy } from './policy/policy.ts';
import type { ReadProcess } from './process/process.ts';
import type { AppProject } from './project/app-projects.ts';
import type { ReadRecord } from './record/migration-record.ts';
import { readXmlFile } from './xml-file.ts';

/** A file that could not be read or parsed, or that was read and can never be edited. */
export interface UnreadFile {
  readonly reason: NotAnalysedReason;
  /** The audit rests on it: the program, a project, the policy, the settings. */
  readonly essential: boolean;
  readonly at: FileRange;
}

export interface FilesOfApp {
  readonly projectFolder: string;
  readonly projects: readonly AppProject[];
  readonly settings: readonly string[];
  readonly policy: ReadPolicy;
  readonly process: ReadProcess;
  readonly metadata: string;
  readonly record: ReadRecord;
  /** C# files that hold something the audit asks for. */
  readonly parsedSources: readonly string[];
  readonly allSources: readonly string[];
  readonly tooSlow: ReadonlySet<string>;
  /** With the place. */
  readonly tooDeep: ReadonlyMap<string, number>;
  /** Where the parser lost its way in files that it read otherwise. */
  readonly lost: readonly LostPlace[];
}

export interface LostPlace {
  readonly at: FileRange;
  readonly line: number;
}

export function findUnreadFiles(
  workspace: Workspace,
  skipped: readonly Skipped[],
  files: FilesOfApp,
): readonly UnreadFile[] {
  const programs = files.allSources.filter((file) => isProgram(file, files.projectFolder));
  const sources = [...new Set([...programs, ...files.parsedSources])];
  const found = [
    ...files.projects.flatMap(({ unread }) => unread).flatMap((unread) => unreadProjectFile(workspace, unread)),
    ...files.settings.flatMap((file) => unreadJson(workspace, file, true)),
    ...unreadJson(workspace, files.metadata, false),
    ...unreadPolicy(workspace, files.policy),
    ...unreadProcess(files.process),
    ...files.settings.flatMap((file) => refusedSettings(workspace, file)),
    ...unusableRecord(workspace, files.record),
    ...sources.flatMap((file) => unreadSource(workspace, file, files, programs.includes(file))),
    ...files.lost.map(({ at, line }) => ({
      reason: { code: 'partly-parsed' as const, line },
      essential: programs.includes(at.file),
      at,
    })),
    ...workspace
      .unreadableAmong(files.allSources.filter((file) => !sources.includes(file)))
      .map(({ path, reason }) => ({ reason, essential: false, at: startOf(path) })),
    ...skipped.flatMap((entry) => skippedByWalk(entry, files.projectFolder)),
  ];
  const byFile = new Map<string, UnreadFile>();
  for (const one of found)
    if (one.essential || byFile.get(one.at.file)?.essential !== true) byFile.set(one.at.file, one);
  return [...byFile.values()].sort((a, b) => (a.at.file < b.at.file ? -1 : Number(a.at.file > b.at.file)));
}

function isProgram(file: string, projectFolder: string): boolean {
  return posix.dirname(file) === projectFolder && /^(Program|Startup)\.cs$/i.test(posix.basename(file));
}

function startOf(file: string): FileRange {
  return { file, start: 0, end: 0 };
}

function unreadJson(workspace: Workspace, file: string, essential: boolean): readonly UnreadFile[] {
  const read = workspace.read(file);
  if (read.kind === 'missing') return [];
  if (read.kind === 'unreadable') return [{ reason: read.reason, essential, at: startOf(file) }];
  const parsed = parseJson(read.source.text);
  if (parsed.kind === 'document') return uneditable(file, read.source);
  const { offset } = parsed.error;
  return [{ reason: whyNotParsed(parsed.error, 'JSON'), essential, at: { file, start: offset, end: offset } }];
}

/** The reader of the policy said already what is wrong with it. */
function unreadPolicy(workspace: Workspace, policy: ReadPolicy): readonly UnreadFile[] {
  if (policy.kind === 'unread') return [{ reason: policy.reason, essential: true, at: policy.at }];
  if (policy.kind === 'missing') return [];
  const { file } = policy.policy;
  const read = workspace.read(file);
  return read.kind === 'text' ? uneditable(file, read.source) : [];
}

/** Nothing is ever edited in a process. */
function unreadProcess(process: ReadProcess): readonly UnreadFile[] {
  return process.kind === 'unread' ? [{ reason: process.reason, essential: false, at: process.at }] : [];
}

function unreadProjectFile(workspace: Workspace, { file, reason, at }: UnreadProjectFile): readonly UnreadFile[] {
  if (reason === 'too-many-items') return [{ reason: { code: reason }, essential: true, at: at ?? startOf(file) }];
  const read = readXmlFile(workspace, file);
  return read.kind === 'unread' ? [{ reason: read.reason, essential: true, at: read.at }] : [];
}

function unusableRecord(workspace: Workspace, record: ReadRecord): readonly UnreadFile[] {
  if (record.kind !== 'unusable') return [];
  const { file, reason } = record;
  return reason === null ? unreadJson(workspace, file, false) : [{ reason, essential: false, at: startOf(file) }];
}

/** .NET reads a key twice as an error, not as the last one. */
function refusedSettings(workspace: Workspace, file: string): readonly UnreadFile[] {
  const read = workspace.read(file);
  const parsed = read.kind === 'text' ? parseJson(read.source.text) : null;
  if (read.kind !== 'text' || parsed?.kind !== 'document') return [];
  const refused = parsed.document.duplicates.find(({ effect }) => effect === 'refused');
  if (refused === undefined) return [];
  const { start } = refused.second;
  const { line } = positionAt(read.source.text, start);
  // A place, not a stretch: the line is shown with what is marked, and it holds the value.
  return [
    { reason: { code: 'duplicate-key', key: refused.path, line }, essential: true, at: { file, start, end: start } },
  ];
}

function unreadSource(
  workspace: Workspace,
  file: string,
  { tooSlow, tooDeep }: FilesOfApp,
  essential: boolean,
): readonly UnreadFile[] {
  const read = workspace.read(file);
  if (read.kind === 'unreadable') return [{ reason: read.reason, essential, at: startOf(file) }];
  if (tooSlow.has(file)) return [{ reason: { code: 'too-slow' }, essential, at: startOf(file) }];
  const deep = tooDeep.get(file);
  if (read.kind === 'text' && deep !== undefined) {
    const reason = { code: 'nested-too-deeply', ...positionAt(read.source.text, deep) } as const;
    return [{ reason, essential, at: { file, start: deep, end: deep } }];
  }
  return read.kind === 'text' ? uneditable(file, read.source) : [];
}

/** What was read is no gap in the report, only a limit to what can be patched. */
function uneditable(file: string, source: SourceText): readonly UnreadFile[] {
  return source.readOnly === null ? [] : [{ reason: { code: source.readOnly }, essential: false, at: startOf(file) }];
}

/**
 * What the walk left out beside every app, where nobody knows what it holds: folders that it did not enter, and files
 * beyond those it took.
 */
export function skippedBesideApps(
  skipped: readonly Skipped[],
  projectFolders: readonly string[],
): readonly UnreadFile[] {
  return skipped.flatMap(({ path, reason }) => {
    const isOfApp = projectFolders.some((folder) => isBelow(path, folder));
    const tells =
      reason === 'too-many-files' ||
      reason === 'too-deep' ||
      reason === 'unreadable' ||
      reason === 'costly-ignore-pattern';
    return isOfApp || !tells ? [] : [{ reason: { code: reason }, essential: false, at: startOf(path) }];
  });
}

/** What may hold something of the app: its kinds of files, and folders, of which nobody knows what they hold. */
function skippedByWalk({ path, reason }: Skipped, projectFolder: string): readonly UnreadFile[] {
  const isOfApp = isBelow(path, projectFolder);
  const isFile = reason === 'outside-root' || reason === 'broken-symlink';
  if (!isOfApp || (isFile && !/\.(bpmn|cs|csproj|props|targets|json|xml)$/i.test(path))) return [];
  const essential = isProgram(path, projectFolder) || isEssentialName(path) || holdsPolicy(path, projectFolder);
  return [{ reason: { code: reason }, essential, at: startOf(path) }];
}

function isEssentialName(path: string): boolean {
  return /\.csproj$|(^|\/)appsettings[^/]*\.json$|(^|\/)policy\.xml$/i.test(path);
}

function holdsPolicy(folder: string, projectFolder: string): boolean {
  return /^config(\/authorization)?$/i.test(posix.relative(projectFolder, folder));
}
