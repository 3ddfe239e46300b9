import { join, relative, sep } from 'node:path';
import type { App } from '../app/app.ts';
import type { FileRange } from '../location.ts';
import { clean } from './clean.ts';
import { locationOf } from './location-of.ts';

/** Relative to where the command runs, so that a click opens it. */
export function placeOf(app: Pick<App, 'workspace'>, at: FileRange): string {
  const { line, column } = locationOf(app, at);
  const path = relative(process.cwd(), join(app.workspace.root, at.file)).split(sep).join('/');
  return clean(`${path.startsWith('../../..') ? at.file : path}:${line}:${column}`);
}
