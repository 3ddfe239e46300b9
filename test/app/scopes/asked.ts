import { positionAt } from '../../../src/files/lines.ts';
import type { FileRange } from '../../../src/location.ts';
import { type Asked, auditedApp, type Files } from '../../rules/audited.ts';

/** `scope (default, implied, stays): text it is seen in@file:line …` */
export async function asked(files: Files, circumstances: Asked = {}): Promise<readonly string[]> {
  const { app } = await auditedApp(files, circumstances);
  const placed = ({ file, start, end }: FileRange) => {
    const read = app.workspace.read(file);
    const text = read.kind === 'text' ? read.source.text : '';
    return `${text.slice(start, end)}@${file.replace(/^App\//, '')}:${positionAt(text, start).line}`;
  };
  return app.scopes.asked.map(({ scope, isDefault, implied, stays, evidence }) => {
    const marks = [...(isDefault ? ['default'] : []), ...(implied ? ['implied'] : []), ...(stays ? ['stays'] : [])];
    return `${scope}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}: ${evidence.map(placed).join(' ')}`.trim();
  });
}

/** `by@file:line code` */
export async function unresolved(files: Files, circumstances: Asked = {}): Promise<readonly string[]> {
  const { app } = await auditedApp(files, circumstances);
  return app.scopes.unresolved.map(({ by, at, because }) => {
    const read = app.workspace.read(at.file);
    const text = read.kind === 'text' ? read.source.text : '';
    return `${by}@${at.file.replace(/^App\//, '')}:${positionAt(text, at.start).line} ${because.code}`;
  });
}
