import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { App } from '../../src/app/app.ts';
import { discoverApps } from '../../src/app/discovery/discover-apps.ts';
import { readApp } from '../../src/app/read-app.ts';
import type { Decision } from '../../src/decision.ts';
import { positionAt } from '../../src/files/lines.ts';
import { openWorkspace } from '../../src/files/open-workspace.ts';
import { walk } from '../../src/files/walk.ts';
import type { Workspace } from '../../src/files/workspace.ts';
import { type SettledFinding, settleAll } from '../../src/migrate/settle.ts';
import type { Audit, AuditResult } from '../../src/migrate/verify.ts';
import { checkRules } from '../../src/rules/check.ts';
import { tierOf } from '../../src/rules/finding.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import type { Target } from '../../src/target.ts';
import type { Reason } from '../../src/words/reasons.ts';
import type { RuleId } from '../../src/words/rule-words.ts';
import { temporaryFolder, writeFiles } from '../files/repo.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Asked {
  readonly target?: Target;
  readonly decide?: Readonly<Record<string, Decision>>;
  /** Path to what it points at. */
  readonly links?: Readonly<Record<string, string>>;
  readonly vaultSecrets?: readonly string[];
  readonly registeredScopes?: readonly string[];
  readonly extraScopes?: readonly string[];
}

/** A repo with these files, each app in it audited. */
export async function audited(
  files: Files,
  { target, decide = {}, links = {}, vaultSecrets, registeredScopes, extraScopes = [] }: Asked = {},
) {
  const root = temporaryFolder();
  writeFiles(root, files);
  for (const [path, to] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    symlinkSync(to, join(root, path));
  }
  const { files: walked, skipped } = walk(root);
  const workspace = openWorkspace({ root, files: walked });
  const decisions = new Map(Object.entries(decide).map(([what, decision]) => [what.toLowerCase(), decision]));
  const circumstances = {
    target: target ?? null,
    decisions,
    skipped,
    vaultListing: vaultSecrets ?? null,
    registeredScopes: registeredScopes ?? null,
    extraScopes,
  };
  const auditIn = async (seen: Workspace, location: App['location']): Promise<AuditResult> => {
    const app = await readApp(seen, location, circumstances);
    return { app, settled: settleAll(app, checkRules(app, ruleIds)).map((one) => ({ ...one, suppressed: null })) };
  };
  const apps: (AuditResult & { readonly audit: Audit })[] = [];
  for (const location of discoverApps(workspace, '.')) {
    const audit: Audit = (texts) => auditIn(workspace.withTexts(texts), location);
    apps.push({ ...(await auditIn(workspace, location)), audit });
  }
  return apps;
}

/** The only app of a repo with these files. */
export async function auditedApp(files: Files, asked: Asked = {}) {
  const [only, ...others] = await audited(files, asked);
  if (only === undefined || others.length > 0) throw new Error(`${others.length + 1} apps`);
  return only;
}

/** All that a rule finds, as one would tell it: where, how bad, when, how it is fixed and why not better. */
export async function found(rule: RuleId, files: Files, asked: Asked = {}): Promise<readonly string[]> {
  const apps = await audited(files, asked);
  return apps.flatMap(({ app, settled }) =>
    settled.filter(({ finding }) => finding.rule === rule).map((one) => told(app, one)),
  );
}

export function told(app: App, { finding, edits }: SettledFinding): string {
  const { at, severity, phase, remedy } = finding;
  const read = app.workspace.read(at.file);
  const line = read.kind === 'text' ? positionAt(read.source.text, at.start).line : 1;
  const reasons = remedy.kind === 'change' || remedy.kind === 'manual' ? remedy.reasons.map(shortly) : [];
  const tier = tierOf(finding);
  // What says it has a patch must have one.
  if ((tier === 'safe' || tier === 'review') !== edits.length > 0)
    throw new Error(`${tier} with ${edits.length} edits`);
  return [`${at.file}:${line} ${severity} ${phase ?? 'any'} ${tier}`, ...reasons].join(', ');
}

export function shortly(reason: Reason): string {
  switch (reason.code) {
    case 'refused':
      return `refused (${reason.refusal})`;
    case 'read-only':
      return `read-only (${reason.because})`;
    case 'path-unknown':
      return `path-unknown (${reason.because.code})`;
    case 'default-section-filled':
    case 'default-section-cleared':
      return `${reason.code} (${reason.file}: ${reason.keys.join(' ')})`;
    case 'default-section-read':
      return `${reason.code} (${reason.file}: ${reason.path})`;
    case 'shared-library':
      return `shared-library (${reason.projects.join(' ')})`;
    case 'decision-does-not-fit':
      return `decision-does-not-fit (${reason.fitting.join(' ')})`;
    case 'undecided-identities':
      return `undecided-identities (${reason.sections.join(' ')})`;
    case 'conditional':
      return `conditional (${reason.condition})`;
    case 'version-too-old':
      return `version-too-old (${reason.version} < ${reason.needed})`;
    case 'key-type':
      return `key-type (${reason.definition} ${reason.keyType})`;
    case 'unsupported-settings':
      return `unsupported-settings (${reason.members.join(' ')})`;
    case 'scopes-unknown':
    case 'exchange-unknown':
      return `${reason.code} (${reason.because.code})`;
    case 'guarded-by-settings':
      return `guarded-by-settings (${reason.condition})`;
    case 'delegate-unclear':
      return `delegate-unclear (${reason.statement})`;
    case 'definition-not-found':
    case 'definitions-differ':
      return `${reason.code} (${reason.key ?? 'unknown'})`;
    case 'handlers-stay':
      return `handlers-stay (${reason.count})`;
    case 'several-built-in':
      return `several-built-in (${reason.sections.join(' ')})`;
    case 'api-not-referenced':
      return `api-not-referenced (${reason.project})`;
    case 'sets-authorization':
    case 'overwrites-authorization':
    case 'catches-token-exception':
    case 'local-runs':
    case 'settings-used-elsewhere':
      return `${reason.code} (${reason.file})`;
    case 'wiring-unclear':
      return `wiring-unclear (${reason.because})`;
    case 'reads-early':
      return `reads-early (${reason.path ?? 'unknown'})`;
    case 'token-use':
      return `token-use (${reason.use})`;
    default:
      return reason.code;
  }
}

/** An app of a version, with what `RegisterCustomAppServices` does; the first line of that is line 3 of `Program.cs`. */
export function appWith(
  services: string,
  { version = '8.7.0', more = {} }: { version?: string; more?: Files } = {},
): Files {
  return {
    'App/App.csproj': projectOf(version),
    'App/Program.cs': programWith(services),
    'App/config/applicationmetadata.json': '{ "id": "ttd/app", "org": "ttd" }\n',
    ...more,
  };
}

export function projectOf(version: string | null, core: string | null = version): string {
  const references = Object.entries({ 'Altinn.App.Api': version, 'Altinn.App.Core': core })
    .filter(([, value]) => value !== null)
    .map(([id, value]) => `    <PackageReference Include="${id}" Version="${value}" />\n`);
  return `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <ItemGroup>\n${references.join('')}  </ItemGroup>\n</Project>\n`;
}

export function programWith(services: string): string {
  return `void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
${services}
}

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
ConfigureServices(builder.Services, builder.Configuration);
builder.WebHost.ConfigureAppWebHost(args);
WebApplication app = builder.Build();
app.UseAltinnAppCommonConfiguration();
app.Run();

void ConfigureServices(IServiceCollection services, IConfiguration config)
{
    RegisterCustomAppServices(services, config, builder.Environment);
    services.AddAltinnAppServices(config, builder.Environment);
}
`;
}

export function libraryOf(version: string | null): string {
  return projectOf(version).replace('Microsoft.NET.Sdk.Web', 'Microsoft.NET.Sdk');
}

/** A project file that references another project. */
export function referencing(project: string, library: string): string {
  return project.replace('</ItemGroup>', `  <ProjectReference Include="${library}" />\n  </ItemGroup>`);
}
