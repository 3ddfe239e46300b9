import { expect, test } from 'vitest';
import { onOneLine } from '../../src/report/display-width.ts';
import { appWith } from '../rules/audited.ts';
import { action, anyOf, appWithPolicy, match, org, policy, rule, theApp } from '../rules/policy/policies.ts';
import { blockOf } from './terminal-parts.ts';

const fake = '1 app: no findings.';

test.each([
  ['a\n\nb', 'a b'],
  ['a\r\nb\tc', 'a b c'],
  ['a\rb', 'a\uFFFDb'],
  ['a\u2028b', 'a\uFFFDb'],
])('%j is one line', (text, shown) => {
  expect(onOneLine(text)).toBe(shown);
});

test('a section with line breaks in its name looks like no line of the report', async () => {
  const block = await blockOf(appWith(`    services.ConfigureMaskinportenClient("x\\n\\r\\n${fake}\\n");`));
  expect(block).toContain(`to "x ${fake} "`);
  expect(block).not.toContain('\r');
  expect(block.split('\n').filter((line) => line.trimStart().startsWith(fake))).toEqual([]);
});

test('nor does a function of the policy, or a file', async () => {
  const odd = match({
    value: '[APP]',
    attribute: 'urn:altinn:app',
    category: 'resource',
    matchId: `urn:x&#10;&#13;&#10;${fake}`,
  });
  const files = appWithPolicy(policy([rule([anyOf([org()]), theApp(odd), anyOf([action('read')])])]), {
    more: { [`App/appsettings.\n${fake}\n.json`]: '{ "MaskinportenSettings": ' },
  });
  const block = await blockOf(files, { verbose: true });
  expect(block).toContain(`urn:x ${fake}`);
  expect(block).toContain(`App/appsettings. ${fake} .json`);
  expect(block).not.toContain('\r');
  expect(block.split('\n').filter((line) => line.trimStart().startsWith(fake))).toEqual([]);
});
