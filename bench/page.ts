import { readFileSync, writeFileSync } from 'node:fs';
import { projectRoot } from '../scripts/project.ts';

const [begin, end] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

/** What was measured, between the marks of the page that explains it. */
export function writePage(tables: string): void {
  const page = `${projectRoot}docs/performance.md`;
  const [before, rest] = readFileSync(page, 'utf8').split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`${page} has no marks to write between`);
  writeFileSync(page, `${before}${begin}\n\n${tables}\n\n${end}${after}`);
}
