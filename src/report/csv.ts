import type { Entry } from './entries.ts';

/** Names for programs: the same in every language. */
const columns = [
  'app_id',
  'app_path',
  'status',
  'rule',
  'severity',
  'phase',
  'fix',
  'file',
  'line',
  'column',
  'message',
  'next',
  'because',
  'suppressed_reason',
  'suppressed_expires',
  'fingerprint',
] as const;

/** Without it Excel takes UTF-8 for the code page of the machine, and æ, ø and å for something else. */
const byteOrderMark = '\uFEFF';

/** As RFC 4180 has it, every field in quotes. */
export function toCsv(entries: readonly Entry[]): string {
  const rows = [columns, ...entries.map(fieldsOf)];
  return byteOrderMark + rows.map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');
}

function fieldsOf({ app, place, suppressed, ...entry }: Entry): readonly string[] {
  const byColumn: Readonly<Record<(typeof columns)[number], string | number | null | undefined>> = {
    app_id: app?.id,
    app_path: app?.path,
    status: app?.status,
    rule: entry.rule,
    severity: entry.severity,
    phase: entry.phase,
    fix: entry.fix,
    file: entry.path,
    line: place?.line,
    column: place?.column,
    message: entry.message,
    next: entry.next,
    because: entry.because,
    suppressed_reason: suppressed?.reason,
    suppressed_expires: suppressed?.expires,
    fingerprint: entry.fingerprint,
  };
  return columns.map((column) => String(byColumn[column] ?? ''));
}

function quoted(text: string): string {
  return `"${withoutFormula(text).replaceAll('"', '""')}"`;
}

/**
 * What a spreadsheet would calculate, behind white space and what cannot be seen too. Where commas are decimal, as in
 * Norway, it may cut at semicolons, and then what follows one begins a cell.
 */
const formula = /(^|;)(?=["'\s\p{Cc}\p{Cf}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212])/gu;

/** An apostrophe makes it text. */
function withoutFormula(text: string): string {
  return text.replace(formula, "$1'");
}
