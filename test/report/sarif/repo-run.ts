import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { maskinflytt } from '../../end-to-end/binary.ts';
import { commitAll, emptyFolder } from '../../end-to-end/repo.ts';
import { runIn } from './sarif-file.ts';

export const project =
  '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Altinn.App.Api" Version="8.7.0" /></ItemGroup></Project>\n';

export function programWith(services: string): string {
  return `void RegisterCustomAppServices(IServiceCollection services, IConfiguration config, IWebHostEnvironment env)
{
${services}
}

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
ConfigureServices(builder.Services, builder.Configuration);
builder.WebHost.ConfigureAppWebHost(args);

void ConfigureServices(IServiceCollection services, IConfiguration config)
{
    RegisterCustomAppServices(services, config, builder.Environment);
    services.AddAltinnAppServices(config, builder.Environment);
}
`;
}

/** What the binary says of a repo with these files. */
export async function runOf(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  const folder = emptyFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  commitAll(folder);
  const { stdout, stderr } = await maskinflytt(folder, ['audit', '--format', 'sarif', ...args]);
  expect(stderr).toBe('');
  return { folder, stdout, run: runIn(stdout) };
}
