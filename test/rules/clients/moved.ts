import { applyTidily } from '../../../src/files/blank-lines.ts';
import { settleTogether } from '../../../src/migrate/settle.ts';
import type { RuleId } from '../../../src/words/rule-words.ts';
import { type Asked, auditedApp, type Files, told } from '../audited.ts';

/** What a rule finds in an app, and the files that its fixes change, as they are then. */
export async function moved(rule: RuleId, files: Files, asked: Asked = {}) {
  const { app, settled } = await auditedApp(files, asked);
  const findings = settled.filter(({ finding }) => finding.rule === rule);
  const edits = settleTogether(app, findings).flatMap((one) => one.edits);
  const after: Record<string, string> = {};
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const read = app.workspace.read(file);
    const own = edits.filter((edit) => edit.file === file);
    if (read.kind === 'text') after[file] = applyTidily(read.source.text, own);
  }
  return { findings: findings.map((one) => told(app, one)), after };
}
