export { main } from './cli/main.ts';
export type { AppReport, FindingReport, Report } from './report/report.ts';
