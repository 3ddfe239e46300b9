import { afterAll, expect, test } from 'vitest';
import { removeRepos } from '../../end-to-end/repo.ts';
import { applied } from './applied.ts';
import { programWith, project, runOf } from './repo-run.ts';

afterAll(removeRepos);

const external = (client: string) =>
  `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${client}>(config.GetSection("Own"), d => { d.ClientSettings.Scope = "a:b"; });`;

const usings = `using Altinn.ApiClients.Maskinporten.Extensions;
using Altinn.ApiClients.Maskinporten.Services;
`;

test('findings that need nothing of each other have a fix each', async () => {
  const program = programWith(
    '    services.AddHttpClient<A>().UseMaskinportenAuthorisation("a:b");\n    services.AddHttpClient<B>().UseMaskinportenAuthorisation("a:b");',
  );
  const { run } = await runOf({ 'App/App.csproj': project, 'App/Program.cs': program });
  const fixes = run.results.flatMap((one) => one.fixes ?? []);
  expect(fixes).toHaveLength(2);
  const each = fixes.map((fix) => applied([fix], () => program).get('App/Program.cs'));
  expect(each).toEqual([
    program.replace('>().UseMaskinportenAuthorisation', '>().UseMaskinportenAuthorization'),
    program.replace('B>().UseMaskinportenAuthorisation', 'B>().UseMaskinportenAuthorization'),
  ]);
  expect(fixes[0]?.description.text).not.toContain('more');
});

test('findings that share what goes with the last of them have the same fix, whole by itself', async () => {
  const program = usings + programWith(`${external('A')}\n${external('B')}`);
  const { run } = await runOf({ 'App/App.csproj': project, 'App/Program.cs': program });
  const fixes = run.results
    .filter(({ ruleId }) => ruleId === 'clients/external-http-client')
    .map((one) => one.fixes?.[0]);
  expect(fixes).toHaveLength(2);
  expect(fixes[0]).toEqual(fixes[1]);
  expect(fixes[0]?.description.text).toContain('It takes away 1 more finding, which cannot go one by one.');
  const after = applied(fixes[0] === undefined ? [] : [fixes[0]], () => program).get('App/Program.cs') ?? '';
  expect(after).not.toContain('Altinn.ApiClients.Maskinporten');
  expect(after.match(/\.UseMaskinportenAuthorization\("a:b"\)/g)).toHaveLength(2);
});
