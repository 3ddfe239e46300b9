import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { App } from '../app/app.ts';
import { commentsIn } from '../app/comments.ts';
import type { Workspace } from '../files/workspace.ts';
import type { FileRange } from '../location.ts';
import type { Finding } from './finding.ts';

/** What identities are told from: the files, and where the app stands among them. */
type Identified = Pick<App, 'workspace'> & { readonly location: Pick<App['location'], 'path'> };

/**
 * What makes two findings of different runs the same: rule, path within the app, the text it is about without comments and
 * layout, and which of several equal ones it is. Never a line, a message or a language.
 */
export function fingerprints(app: Identified, findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const what = identityOf(app, finding);
    const occurrence = seen.get(what) ?? 0;
    seen.set(what, occurrence + 1);
    return createHash('sha256').update(`${what}\0${occurrence}`).digest('hex').slice(0, 32);
  });
}

/**
 * The same for two findings that only their place in a file tells apart. What stands before the place that is pointed
 * at, such as the chain a call ends, is no part of it: another fix may change that.
 */
export function identityOf({ location, workspace }: Identified, { rule, at, subject }: Finding): string {
  const range = { ...subject, start: at.start };
  // A key is one word, and has no comments in it, though its base64 may look so.
  const text = rule === 'secrets/committed-key' ? textAt(workspace, range) : codeAt(workspace, range);
  return [rule, posix.relative(location.path, at.file), withoutLayout(text)].join('\0');
}

function textAt(workspace: Workspace, { file, start, end }: FileRange): string {
  const read = workspace.read(file);
  return read.kind === 'text' ? read.source.text.slice(start, end) : '';
}

/** What is found in YAML or a Dockerfile is a name. */
const commentMark = /\/[/*]|<!--/;

function codeAt(workspace: Workspace, range: FileRange): string {
  const text = textAt(workspace, range);
  const comments = commentMark.test(text) ? (commentsIn(workspace, range.file)?.comments ?? []) : [];
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of comments) {
    if (end <= range.start || start >= range.end) continue;
    pieces.push(text.slice(at, Math.max(0, start - range.start)));
    at = Math.max(at, end - range.start);
  }
  return [...pieces, text.slice(at)].join(' ');
}

/** White space tells one word from the next; beside anything else it is layout. */
function withoutLayout(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/(?<![\p{L}\p{N}_]) | (?![\p{L}\p{N}_])/gu, '');
}
