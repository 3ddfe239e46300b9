import { expect, test } from 'vitest';
import { buildAppReport, buildReport } from '../../src/report/build-report.ts';
import { appJson, toJson } from '../../src/report/json.ts';
import { en } from '../../src/words/en.ts';
import { auditedApp } from '../rules/audited.ts';

const notAnalysed = [{ file: 'a.cs', reason: 'a text with "apps": [] and\na line end' }];

test('the pieces of a report without apps are what JSON.stringify gives', () => {
  const report = buildReport([], notAnalysed);
  expect([...toJson({ report }, [])].join('')).toBe(`${JSON.stringify(report, null, 2)}\n`);
});

test('the pieces of a report with apps are what JSON.stringify gives', async () => {
  const { app, settled } = await auditedApp({
    'App/config/applicationmetadata.json': '{ "id": "ttd/app" }',
    'App/appsettings.json': '{ "MaskinportenSettings": { "ClientId": "å" } }',
  });
  const one = buildAppReport({ app, path: '.', settled: settled.map((each) => ({ ...each, suppressed: null })) }, en);
  const apps = [one, { ...one, path: 'ø' }];
  const report = buildReport(apps, notAnalysed);
  const whole = `${JSON.stringify({ ...report, apps }, null, 2)}\n`;
  expect([...toJson({ report }, apps.map(appJson))].join('')).toBe(whole);
});
