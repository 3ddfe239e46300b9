import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { maskinflytt } from './binary.ts';
import { removeRepos, repoOfFixture } from './repo.ts';

afterAll(removeRepos);

const program = (services: string, rest = '') => `using Altinn.ApiClients.Maskinporten.Config;
using Altinn.App.Api.Extensions;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddAltinnAppServices(builder.Configuration, builder.Environment);
${services}
WebApplication app = builder.Build();
app.Run();
${rest}
`;
const settings = 'builder.Services.Configure<MaskinportenSettings>(builder.Configuration.GetSection("okonomi"));';
const injected = 'internal sealed class Tokens(IOptions<MaskinportenSettings> settings);';

function repoWith(text: string): string {
  const repo = repoOfFixture('clean-v8');
  writeFileSync(join(repo, 'App/Program.cs'), text);
  return repo;
}

async function auditOf(repo: string, ...args: readonly string[]): Promise<string> {
  return (await maskinflytt(repo, ['audit', ...args])).stdout.replace(/\s+/g, ' ');
}

describe.concurrent('what no rule looks at yet is not passed over as if it were done', () => {
  test.each([
    ['configured', program(settings)],
    ['injected', program('', injected)],
    ['configured and injected', program(settings, injected)],
  ])('settings of the external package that are %s', async (_, text) => {
    const said = await auditOf(repoWith(text));
    const kind = 'settings of the external package that code takes directly';
    expect(said).toContain(`Found, but not yet checked by this version of maskinflytt: ${kind}. No findings about`);
    expect(said.split('not yet checked')).toHaveLength(2);
    expect(said).toContain('1 app: no findings.');
    expect(said).not.toContain('othing to report');
    expect(await auditOf(repoWith(text), '--lang', 'nb')).toContain('Funnet, men ikke kontrollert av denne versjonen');
  });

  test('and nothing is said of what is decided to stay, is checked, or is not there', async () => {
    const own = ['--decide', 'okonomi:MaskinportenSettings=own-external'];
    for (const said of [
      await auditOf(repoOfFixture('two-identities'), ...own),
      await auditOf(repoOfFixture('custom-path-literal')),
      await auditOf(repoOfFixture('clean-v8'), '--verbose'),
    ]) {
      expect(said).not.toContain('not yet checked');
    }
  });
});

test('that an upgrade comes first stands above everything else of an app that is too old', async () => {
  const repo = repoOfFixture('v7-app');
  expect(readFileSync(join(repo, 'App/App.csproj'), 'utf8')).toContain('Version="7.');
  expect(await auditOf(repo)).toMatch(
    /^\S+ · Altinn\.App 7\.\S+ Credentials managed by hand; [^.]+, so upgrading it comes first\./,
  );
});
