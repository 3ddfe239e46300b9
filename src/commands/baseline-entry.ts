import { redact } from '../report/redact.ts';
import { isRuleId } from '../rules/registry.ts';
import type { EntryFault } from '../words/suppressions.ts';
import type { BaselineEntry } from './baseline.ts';

export type EntryRead =
  | { readonly kind: 'entry'; readonly entry: BaselineEntry }
  | { readonly kind: 'fault'; readonly fault: EntryFault };

const keys = ['fingerprint', 'rule', 'app', 'path'];
const fingerprintForm = /^[0-9a-f]{32}$/;

/** One line of a baseline. */
export function readEntry(line: string): EntryRead {
  const value = parsed(line);
  if (!isObject(value)) return faulty({ code: 'not-an-entry' });
  const unknown = Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) return faulty({ code: 'unknown-key', key: unknown });
  const { fingerprint, rule, app, path } = value;
  if (typeof fingerprint !== 'string' || !fingerprintForm.test(fingerprint)) return faulty({ code: 'no-fingerprint' });
  if (typeof rule !== 'string' || !isRuleId(rule)) return faulty({ code: 'unknown-rule', rule: String(rule) });
  if (typeof app !== 'string') return faulty({ code: 'no-text', key: 'app' });
  if (typeof path !== 'string') return faulty({ code: 'no-text', key: 'path' });
  // An older baseline may show what this one would not.
  return { kind: 'entry', entry: { fingerprint, rule, app: redact(app), path: redact(path) } };
}

/** What an earlier report found; null for a text that is no report. */
export function readEntriesOfReport(text: string): readonly BaselineEntry[] | null {
  const report = parsed(text);
  if (!isObject(report) || report.schemaVersion !== 1 || !Array.isArray(report.apps)) return null;
  return report.apps.flatMap((app: unknown) =>
    isObject(app) && Array.isArray(app.findings)
      ? app.findings.flatMap((finding: unknown) => entryOf(finding, app) ?? [])
      : [],
  );
}

function entryOf(finding: unknown, app: Readonly<Record<string, unknown>>): BaselineEntry | null {
  if (!isObject(finding) || !isObject(finding.location)) return null;
  const { fingerprint, rule, location } = finding;
  const line = JSON.stringify({ fingerprint, rule, app: app.id ?? app.path, path: location.file });
  const read = readEntry(line);
  return read.kind === 'entry' ? read.entry : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function faulty(fault: EntryFault): EntryRead {
  return { kind: 'fault', fault };
}
