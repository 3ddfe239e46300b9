import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { App } from '../app/app.ts';
import type { Finding } from './finding.ts';

/**
 * What makes two findings of different runs the same: rule, path within the app, the text it is about with its white
 * space folded, and which of several equal ones it is. Never a line, a message or a language.
 */
export function fingerprints(app: App, findings: readonly Finding[]): readonly string[] {
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
export function identityOf({ location, workspace }: App, { rule, at, subject }: Finding): string {
  const read = workspace.read(subject.file);
  const text = read.kind === 'text' ? read.source.text.slice(at.start, subject.end).replace(/\s+/g, ' ') : '';
  return [rule, posix.relative(location.path, at.file), text].join('\0');
}
