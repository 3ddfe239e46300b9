import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Dotnet, workplace } from '../dotnet.ts';
import { type Outcome, outcomeOf, type Part } from '../part.ts';
import { evaluateSnapshots } from './evaluated.ts';
import { compiledOf } from './jobs.ts';
import { packagesOf, wantedFor } from './references.ts';
import { restore } from './restore.ts';
import { openRoslyn, type Roslyn } from './roslyn.ts';
import { layOutFixtures } from './snapshots.ts';

export const compile: Part = async ({ dotnet }) => {
  if (dotnet === null) return { kind: 'unable', reason: 'there is no .NET SDK on this machine' };
  const roslyn = await openRoslyn(dotnet);
  if (typeof roslyn === 'string') return { kind: 'unable', reason: roslyn };
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'maskinflytt-compile-')));
  try {
    return await compileFixtures(dotnet, roslyn, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

async function compileFixtures(dotnet: Dotnet, roslyn: Roslyn, folder: string): Promise<Outcome> {
  const t = performance.now();
  const lap = (x: string) => console.log(x, ((performance.now() - t) / 1000).toFixed(1));
  const snapshots = layOutFixtures(join(folder, 'apps'));
  lap('laid');
  const evaluated = await evaluateSnapshots(dotnet, snapshots, join(folder, 'facts'));
  lap('evaluated');
  const projects = evaluated.flatMap((one) => one.projects);
  const frameworks = [...new Set([...projects.map(({ framework }) => framework), 'net8.0', 'net10.0'])].sort();
  const wanted = projects.flatMap((project) =>
    packagesOf(project.packages).flatMap((one) => wantedFor(one, project.framework)),
  );
  const distinct = [...new Map(wanted.map((one) => [JSON.stringify(one), one])).values()];
  const source = await restore(dotnet, frameworks, distinct, join(workplace, 'references'));
  lap(`restored ${distinct.length}`);
  const compiled = evaluated.flatMap((snapshot) =>
    snapshot.projects.map((project) => ({ snapshot, ...compiledOf(project, snapshot.projects, source) })),
  );
  const jobs = new Map(compiled.flatMap(({ job, standIns }) => [...standIns, job]).map((job) => [job.id, job]));
  const answers = await roslyn.diagnosticsOf([...jobs.values()]);
  lap(`compiled ${jobs.size}`);
  for (const [id, diagnostics] of Object.entries(answers))
    for (const { code, severity, file, line, message } of diagnostics)
      console.log(`${severity} ${code} ${relative(join(folder, 'apps'), file) || id}:${line} ${message}`);
  return outcomeOf([], []);
}
