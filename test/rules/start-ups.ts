import { isSelected, type Plan } from '../../src/migrate/plan.ts';
import { planVerified } from '../../src/migrate/verify.ts';
import type { RuleId } from '../../src/words/rule-words.ts';
import { type Asked, appWith, auditedApp, type Files } from './audited.ts';

interface Pieces {
  readonly usings?: string;
  readonly services?: string;
  /** Top-level statements before the services are registered, before the host and after it. */
  readonly first?: string;
  readonly before?: string;
  readonly after?: string;
  /** The body of `ConfigureWebHostBuilder(IWebHostBuilder builder)`. */
  readonly host?: string;
  readonly functions?: string;
}

/** `Program.cs` as the template has it, with pieces of an app's own; each on lines of its own. */
export function program({
  usings = '',
  services = '    services.ConfigureMaskinportenClient("skogv:MaskinportenSettings");\n',
  first = '',
  before = '',
  after = '',
  host = '    builder.ConfigureAppWebHost(args);\n',
  functions = '',
}: Pieces): string {
  return `${usings}void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
${services}}

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);

${first}ConfigureServices(builder.Services, builder.Configuration);

${before}ConfigureWebHostBuilder(builder.WebHost);

${after}WebApplication app = builder.Build();

app.Run();

void ConfigureServices(IServiceCollection services, IConfiguration config)
{
    RegisterCustomAppServices(services, config, builder.Environment);
    services.AddAltinnAppServices(config, builder.Environment);
}

void ConfigureWebHostBuilder(IWebHostBuilder builder)
{
${host}}
${functions}`;
}

export interface StartUpOptions extends Pieces {
  readonly version?: string;
  readonly more?: Files;
}

export function startingApp({ version = '8.7.0', more = {}, ...pieces }: StartUpOptions): Files {
  return appWith('', { version, more: { 'App/Program.cs': program(pieces), ...more } });
}

/** `Program.cs` after the fixes of these rules, verified; or why one of them was withdrawn. */
export async function patched(files: Files, rules: readonly RuleId[], asked: Asked = {}): Promise<string> {
  const { texts } = await planned(files, rules, asked);
  return texts.get('App/Program.cs') ?? 'unchanged';
}

export async function planned(files: Files, rules: readonly RuleId[], asked: Asked = {}): Promise<Plan> {
  const { audit, ...before } = await auditedApp(files, asked);
  const selection = { phase: 'switch', fixes: 'review', withPhaseless: false } as const;
  const selected = before.settled.filter((one) => isSelected(one, selection) && rules.includes(one.finding.rule));
  const plan = await planVerified(before, selected, selection, audit);
  const [withdrawn] = plan.withdrawn;
  if (withdrawn) throw new Error(`${withdrawn.settled.finding.rule}: ${JSON.stringify(withdrawn.reason)}`);
  return plan;
}
