import { describe, expect, test } from 'vitest';
import { nb } from '../../src/words/nb.ts';
import { appWith, type Files } from '../rules/audited.ts';
import { appWithPolicy, level, obligations, ownRule, policy, process } from '../rules/policy/policies.ts';
import { blockOf } from './terminal-parts.ts';

const legacy = '    services.ConfigureMaskinportenClient("havn:MaskinportenSettings");\n';
const managed = '    services.AddHttpClient("x").UseMaskinportenAuthorization("altinn:serviceowner");\n';
const both = [ownRule(['read'], { id: 'urn:altinn:ruleid:1' }), ownRule(['write'], { id: 'urn:altinn:ruleid:2' })];
const said = 'The policy lets the service owner ([ORG])';

function appThat(services: string, rules: readonly string[] = both): Files {
  return appWithPolicy(policy(rules), { services });
}

describe('where the service owner lacks nothing', () => {
  test('one sentence says so, and what says it', async () => {
    const block = await blockOf(appThat(legacy));
    expect(block).toMatch(
      /\n\n {2}The policy lets the service owner \(\[ORG\]\) read and write in every state of the process \(rule 1, line \d+; rule 2, line \d+\)\.(\n|$)/,
    );
    expect(block).not.toContain('State of the process');
  });

  test('also of an app without any findings', async () => {
    const listening = appThat(managed);
    expect(await blockOf(listening)).toContain(`${said} read and write in every state`);
  });

  test('in Norwegian', async () => {
    expect(await blockOf(appThat(legacy), { words: nb })).toContain(
      'Tilgangsreglene gir tjenesteeier ([ORG]) read og write i alle tilstander i prosessen (regel 1, linje',
    );
  });

  test('apart from what only some states need', async () => {
    const all = [ownRule(['read', 'write', 'complete', 'confirm'])];
    const files = appWithPolicy(policy(all), {
      services: legacy,
      bpmn: process([{ id: 'Task_1', type: 'confirmation' }]),
    });
    expect(await blockOf(files, {}, { target: 'v9' })).toContain(
      `${said} read and write in every state of the process, and confirm and complete where that is needed (rule 1, line`,
    );
  });
});

describe('the sentence is not there', () => {
  test('where something is lacking, which the table shows', async () => {
    const block = await blockOf(appThat(legacy, [ownRule(['read'])]));
    expect(block).toContain('State of the process');
    expect(block).not.toContain(`${said} read`);
  });

  test('where everything is shown anyway', async () => {
    const block = await blockOf(appThat(legacy), { verbose: true });
    expect(block).toContain('State of the process');
    expect(block).not.toContain('in every state of the process');
  });

  test('where a person asked about some rules', async () => {
    expect(await blockOf(appThat(legacy), { rulesChosen: true })).not.toContain(said);
  });

  test('where nobody acts as the service owner', async () => {
    expect(await blockOf(appThat(''))).not.toContain(said);
  });

  test('where what is granted is of no use', async () => {
    const strict = policy(both, { obligations: obligations(level('minimum-authenticationlevel', '4')) });
    const block = await blockOf(appWithPolicy(strict, { services: legacy }));
    expect(block).toContain('policy/authentication-level');
    expect(block).not.toContain(said);
  });
});

test('whoever wants to see how things were found reads that there is no policy', async () => {
  const sentence = 'config/authorization/policy.xml is not there, so nothing is said about rights.';
  expect(await blockOf(appWith(legacy), { verbose: true })).toContain(`\n  ${sentence}`);
  expect(await blockOf(appWith(legacy))).not.toContain(sentence);
});
