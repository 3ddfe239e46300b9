import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Dotnet } from '../dotnet.ts';
import type { Tools } from './compile-snapshots.ts';
import type { Job } from './jobs.ts';
import type { Judged } from './judge.ts';

/** Implicit usings and a global one, several projects and central versions, warnings, errors. */
const built = ['usings-global-and-project', 'several-apps', 'token-provider-8-6', 'v9-leftovers'];

export interface RealBuilds {
  readonly builds: number;
  readonly failures: readonly string[];
}

/** That MSBuild, given the same libraries, says the same of a few fixtures as the compiler in our process. */
export async function compareWithBuilds(
  { dotnet, roslyn }: Tools,
  judged: readonly Judged[],
  folder: string,
): Promise<RealBuilds> {
  const chosen = judged.filter(({ snapshot }) => built.includes(snapshot.fixture));
  const standIns = new Map(chosen.flatMap(({ compiled }) => compiled.standIns).map((job) => [job.id, job]));
  const paths = Object.fromEntries(
    [...standIns.values()].map((job, index) => [job.id, join(folder, String(index), `${job.assembly}.dll`)]),
  );
  await roslyn.emit([...standIns.values()], paths);
  const failures: string[] = [];
  // All of them first: a build goes on to the projects that it refers to.
  for (const one of chosen) writeReferences(one, paths);
  for (const one of chosen) {
    const said = await build(dotnet, one.compiled.project.path);
    const inProcess = one.diagnostics.map(
      ({ code, file, line }) => `${relative(one.snapshot.folder, file)}:${line} ${code}`,
    );
    const really = said.map(({ code, file, line }) => `${relative(one.snapshot.folder, file)}:${line} ${code}`);
    const project = `${one.snapshot.fixture} (${one.snapshot.after}): ${relative(one.snapshot.folder, one.compiled.project.path)}`;
    for (const each of really) if (!inProcess.includes(each)) failures.push(`${project}: only MSBuild says ${each}`);
    for (const each of inProcess) if (!really.includes(each)) failures.push(`${project}: MSBuild does not say ${each}`);
  }
  return { builds: chosen.length, failures };
}

/** The libraries of our own run instead of packages. */
function writeReferences({ compiled: { job, project } }: Judged, standIns: Readonly<Record<string, string>>): void {
  const files = [...packagesIn(job), ...job.uses.flatMap((id) => standIns[id] ?? [])];
  const references = files.map((file) => `    <Reference Include="${file}" />\n`).join('');
  const text = `<Project>
  <PropertyGroup>
    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Remove="@(PackageReference)" />
    <FrameworkReference Remove="Microsoft.AspNetCore.App" />
    <FrameworkReference Include="Microsoft.AspNetCore.App" />
${references}  </ItemGroup>
</Project>
`;
  mkdirSync(dirname(project.path), { recursive: true });
  writeFileSync(join(dirname(project.path), 'Directory.Build.targets'), text);
}

/** The framework's own assemblies come by themselves. */
function packagesIn({ references }: Job): readonly string[] {
  return references.filter((path) => !/[\\/]microsoft\.(netcore|aspnetcore)\.app\.ref[\\/]/i.test(path));
}

interface Said {
  readonly code: string;
  readonly file: string;
  readonly line: number;
}

/** A build that fails for another reason than its C# says so too. */
async function build(dotnet: Dotnet, project: string): Promise<readonly Said[]> {
  const args = ['build', project, '--nologo', '-verbosity:quiet', '-nodeReuse:false', '-p:UseSharedCompilation=false'];
  const { code: ended, output } = await dotnet.run(args);
  const told = [...output.matchAll(/^\s*(.+?)\((\d+),\d+\): (?:error|warning) (CS\d+):/gm)];
  const said = told.map(([, file = '', line, code = '']) => ({ code, file, line: Number(line) }));
  const own = said.filter(({ file }) => file.startsWith(dirname(project)));
  if (ended !== 0 && !/: error CS\d+:/.test(output))
    return [{ code: `that it cannot: ${/error .*/.exec(output)?.[0] ?? output.trim()}`, file: project, line: 1 }];
  return [...new Map(own.map((one) => [JSON.stringify(one), one])).values()];
}
