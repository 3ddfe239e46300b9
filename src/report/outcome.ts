import type { AppReport, FindingReport, NotAnalysedFile, Report } from './report.ts';

/** What a run came to. */
export interface Outcome {
  readonly report: Omit<Report, 'apps'> & { readonly apps: readonly AppOutline[] };
  /** How many private keys stand in no app: the report's summary has what was found in apps. */
  readonly strayKeys: number;
  /** Paths without an app and files beside apps: what nothing else in the report leads to. */
  readonly withoutApp: readonly NotAnalysedFile[];
  /** The given paths without an app. */
  readonly unfound: readonly NotAnalysedFile[];
  /** Files beside apps that could not be read, by repo; `file` is relative to its root. */
  readonly beside: readonly { readonly root: string; readonly files: readonly NotAnalysedFile[] }[];
  /** All that was not analysed; the report has the private keys in no app there too. */
  readonly notAnalysed: readonly NotAnalysedFile[];
  readonly roots: number;
}

/** What is remembered of an app once its part of each report is made, so that thousands of apps fit into memory. */
export interface AppOutline extends Pick<AppReport, 'status'> {
  readonly findings: readonly Pick<FindingReport, 'rule' | 'severity' | 'phase' | 'fix' | 'suppressed'>[];
}

export function outlineOf({ status, findings }: AppReport): AppOutline {
  return {
    status,
    findings: findings.map(({ rule, severity, phase, fix, suppressed }) => ({
      rule,
      severity,
      phase,
      fix,
      suppressed,
    })),
  };
}
