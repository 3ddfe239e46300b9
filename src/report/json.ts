import type { Outcome } from './outcome.ts';
import type { AppReport } from './report.ts';

/** One app's part of the report. As bytes, since of thousands of apps the data would take several times the memory. */
export function appJson(report: AppReport): Buffer {
  return Buffer.from(JSON.stringify(report, null, 2).replaceAll('\n', '\n    '));
}

export function* toJson({ report }: Pick<Outcome, 'report'>, apps: readonly Buffer[]): Generator<string | Buffer> {
  const around = JSON.stringify({ ...report, apps: [] }, null, 2);
  const [before = '', after = ''] = around.split(/(?<=^ {2}"apps": \[)(?=\])/m);
  yield before;
  for (const [index, app] of apps.entries()) {
    yield index === 0 ? '\n    ' : ',\n    ';
    yield app;
  }
  yield `${apps.length === 0 ? '' : '\n  '}${after}\n`;
}
