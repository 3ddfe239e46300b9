import { expect, test } from 'vitest';
import { checkRules } from '../../src/rules/check.ts';
import { ruleIds } from '../../src/rules/registry.ts';
import { appWith, auditedApp } from './audited.ts';

test('findings come by file, then by place, then by rule, in whatever order the rules are asked', async () => {
  const client = (name: string) =>
    `    services.AddMaskinportenHttpClient<SettingsJwkClientDefinition, ${name}>(config.GetSection("MaskinportenSettings"), d => d.ClientSettings.Scope = "a:b");`;
  const settings = '{ "MaskinportenSettings": { "ClientId": "x" } }';
  const { app } = await auditedApp(
    appWith(`${client('A')}\n${client('B')}`, {
      more: { 'App/appsettings.json': settings, 'App/appsettings.Staging.json': settings },
    }),
  );
  const told = (ids: typeof ruleIds) =>
    checkRules(app, ids).map(({ at, rule }) => `${at.file} ${String(at.start).padStart(5, '0')} ${rule}`);
  const inOrder = told(ruleIds);
  expect(new Set(inOrder.map((one) => one.split(' ')[0])).size).toBe(3);
  expect(new Set(inOrder.map((one) => one.split(' ').slice(0, 2).join(' '))).size).toBeLessThan(inOrder.length);
  expect(inOrder).toEqual([...inOrder].sort());
  expect(told([...ruleIds].reverse())).toEqual(inOrder);
});
