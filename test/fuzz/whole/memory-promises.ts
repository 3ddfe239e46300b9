import type { Tree } from '../input/tree.ts';
import { demand } from '../target.ts';
import { auditAll, reportsOf } from './audit-in-memory.ts';
import { laid, leaks } from './canary-marks.ts';
import { memoryWorkspace } from './memory-workspace.ts';
import { demandPlans } from './plan-promises.ts';
import { demandReport } from './report-schema.ts';
import { termsOf } from './terms.ts';

/** Everything that an audit and the plans of a repo promise, as far as no disk and no git is needed. */
export async function demandPromises(input: Tree): Promise<void> {
  const tree = laid(input);
  const terms = termsOf(input);
  const workspace = memoryWorkspace(tree);
  const apps = await auditAll(workspace, terms);
  const reports = await reportsOf(apps, terms);
  const again = await reportsOf(await auditAll(memoryWorkspace(tree), terms), terms);
  for (const [format, text] of reports)
    demand(again.get(format) === text, `the same input has the same ${format} twice`);
  demandReport(reports.get('json') ?? '');
  const patches: string[] = [];
  for (const app of apps) patches.push(...(await demandPlans(workspace, app, terms)));
  const [leak] = leaks([...reports.values(), ...patches].join('\n'));
  demand(leak === undefined, `no secret shows: ${leak?.slice(0, 40)}`);
}
