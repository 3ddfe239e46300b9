import { posix } from 'node:path';
import type { SourceText } from '../files/text.ts';
import type { Skipped } from '../files/walk.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FileRange } from '../location.ts';
import { parseJson } from '../syntax/json/parse.ts';
import { parseXml } from '../syntax/xml/parse.ts';
import type { NotAnalysedReason } from '../words/rules/files/not-analysed.ts';
import type { AppProject } from './project/app-projects.ts';

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
  readonly policy: string | null;
  readonly metadata: string;
  /** C# files that hold something the audit asks for. */
  readonly parsedSources: readonly string[];
  readonly allSources: readonly string[];
  readonly tooSlow: ReadonlySet<string>;
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
  const documents = [...files.settings, files.metadata, ...(files.policy === null ? [] : [files.policy])];
  const sources = [...new Set([...programs, ...files.parsedSources])];
  const found = [
    ...files.projects.flatMap((project) => project.unread).flatMap(({ file }) => unreadDocument(workspace, file, true)),
    ...documents.flatMap((file) => unreadDocument(workspace, file, file !== files.metadata)),
    ...sources.flatMap((file) => unreadSource(workspace, file, files.tooSlow, programs.includes(file))),
    ...files.lost.map(({ at, line }) => ({ reason: { code: 'partly-parsed' as const, line }, essential: false, at })),
    ...workspace
      .unreadableAmong(files.allSources.filter((file) => !sources.includes(file)))
      .map(({ path, reason }) => ({ reason, essential: false, at: startOf(path) })),
    ...skipped.flatMap((entry) => skippedFile(entry, files.projectFolder)),
  ];
  const byFile = new Map(found.map((file) => [file.at.file, file]));
  return [...byFile.values()].sort((a, b) => (a.at.file < b.at.file ? -1 : Number(a.at.file > b.at.file)));
}

function isProgram(file: string, projectFolder: string): boolean {
  return posix.dirname(file) === projectFolder && /^(Program|Startup)\.cs$/i.test(posix.basename(file));
}

function startOf(file: string): FileRange {
  return { file, start: 0, end: 0 };
}

function unreadDocument(workspace: Workspace, file: string, essential: boolean): readonly UnreadFile[] {
  const read = workspace.read(file);
  if (read.kind === 'missing') return [];
  if (read.kind === 'unreadable') return [{ reason: read.reason, essential, at: startOf(file) }];
  const isJson = file.toLowerCase().endsWith('.json');
  const parsed = isJson ? parseJson(read.source.text) : parseXml(read.source.text, read.source.encoding);
  if (parsed.kind === 'error') {
    const { line, column, offset } = parsed.error;
    const reason = { code: 'malformed', language: isJson ? 'JSON' : 'XML', line, column } as const;
    return [{ reason, essential, at: { file, start: offset, end: offset } }];
  }
  return uneditable(file, read.source);
}

function unreadSource(
  workspace: Workspace,
  file: string,
  tooSlow: ReadonlySet<string>,
  essential: boolean,
): readonly UnreadFile[] {
  const read = workspace.read(file);
  if (read.kind === 'unreadable') return [{ reason: read.reason, essential, at: startOf(file) }];
  if (tooSlow.has(file)) return [{ reason: { code: 'too-slow' }, essential, at: startOf(file) }];
  return read.kind === 'text' ? uneditable(file, read.source) : [];
}

/** What was read is no gap in the report, only a limit to what can be patched. */
function uneditable(file: string, source: SourceText): readonly UnreadFile[] {
  return source.readOnly === null ? [] : [{ reason: { code: source.readOnly }, essential: false, at: startOf(file) }];
}

function skippedFile({ path, reason }: Skipped, projectFolder: string): readonly UnreadFile[] {
  const relevant =
    /\.(cs|csproj|props|targets|json|xml)$/i.test(path) &&
    posix.relative(projectFolder, path).startsWith('..') === false;
  if (!relevant) return [];
  const essential =
    isProgram(path, projectFolder) || /\.csproj$|(^|\/)appsettings[^/]*\.json$|(^|\/)policy\.xml$/i.test(path);
  const code =
    reason === 'outside-root' ? ({ code: 'outside-root' } as const) : ({ code: 'io-error', error: reason } as const);
  return [{ reason: code, essential, at: startOf(path) }];
}
