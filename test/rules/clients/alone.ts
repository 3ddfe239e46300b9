import { applyTidily } from '../../../src/files/blank-lines.ts';
import type { Remedy } from '../../../src/rules/finding.ts';
import { type Asked, auditedApp, type Files, told } from '../audited.ts';

/** What a finding says, and the files that its own patch changes, taken without the others. */
interface Alone {
  readonly found: string;
  readonly remedy: Remedy;
  readonly after: Readonly<Record<string, string>>;
  /** What `RegisterCustomAppServices` does then. */
  readonly services: string | undefined;
}

/** What every finding of the rules about clients does by itself. */
export async function alone(files: Files, asked: Asked = {}): Promise<readonly Alone[]> {
  const { app, settled } = await auditedApp(files, asked);
  const clients = settled.filter(({ finding }) => finding.rule.startsWith('clients/'));
  return clients.map((one) => {
    const after: Record<string, string> = {};
    for (const file of new Set(one.edits.map((edit) => edit.file))) {
      const read = app.workspace.read(file);
      const own = one.edits.filter((edit) => edit.file === file);
      if (read.kind === 'text') after[file] = applyTidily(read.source.text, own);
    }
    const program = after['App/Program.cs'];
    const services = program && /^\{\n(.*?)^\}\n/ms.exec(program)?.[1];
    return {
      remedy: one.finding.remedy,
      found: `${one.finding.rule.slice('clients/'.length)} ${told(app, one)}`,
      after,
      services,
    };
  });
}
