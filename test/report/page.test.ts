import { describe, expect, test } from 'vitest';
import { buildReport } from '../../src/report/build-report.ts';
import { toHtml } from '../../src/report/html.ts';
import { toMarkdown } from '../../src/report/markdown.ts';
import type { Block } from '../../src/report/page/page.ts';
import { reportPage } from '../../src/report/page/report-page.ts';
import { toolVersion } from '../../src/report/tool-version.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';
import { projectRoot } from '../end-to-end/binary.ts';
import { appWith, programWith } from '../rules/audited.ts';
import {
  actions,
  anyOf,
  appWithPolicy,
  inTask,
  org,
  ownRule,
  policy,
  process,
  rule,
  theApp,
} from '../rules/policy/policies.ts';
import { reportOfFixture } from './browser/reports.ts';
import { pageOf } from './page-parts.ts';

const languages = { en, nb } as const;

/** Reads everywhere, writes in its task only, with a Deny that may come in between. */
const files = appWithPolicy(
  policy([
    ownRule(['read'], { id: 'urn:altinn:ruleid:1' }),
    rule([anyOf([org()]), theApp(inTask('Task_1')), actions('write')], { id: 'urn:altinn:ruleid:2' }),
    rule([anyOf([org()]), theApp(inTask('Task_2')), actions('read')], { id: 'urn:altinn:ruleid:3', effect: 'Deny' }),
  ]),
  {
    bpmn: process([
      { id: 'Task_1', type: 'data' },
      { id: 'Task_2', type: 'confirmation' },
    ]),
    services: '    services.ConfigureMaskinportenClient("havn:MaskinportenSettings");\n',
    more: { 'App/appsettings.TT02.json': '{ "havn:MaskinportenSettings": ' },
  },
);

/** What is spelt in the old way, and a vault that is added last. */
const spelt = '    services.AddHttpClient("x").UseMaskinportenAuthorisation("havn:anlop");\n';
const patched = appWith(spelt, {
  more: {
    'App/Program.cs': programWith(spelt).replace(
      'WebApplication app',
      'builder.AddAzureKeyVaultAsConfigProvider();\nWebApplication app',
    ),
  },
});

function headingLevels(blocks: readonly Block[]): readonly number[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'group') return headingLevels(block.blocks);
    return block.kind === 'heading' ? [block.level] : [];
  });
}

describe.each(['en', 'nb'] as const)('in %s', (language) => {
  const written = () => pageOf(files, languages[language]);

  /** Each file in `golden/` was read by a person; read it again before it is renewed with `vitest -u`. */
  test('the page reads as it should', async () => {
    const page = await written();
    await expect(toMarkdown(page)).toMatchFileSnapshot(`golden/page.${language}.md`);
    await expect(toHtml(page, language)).toMatchFileSnapshot(`golden/page.${language}.html`);
  });

  test('a patch, a vault that may win, and several apps read as they should', async () => {
    const body = (html: string) => html.slice(html.indexOf('<body>'));
    const page = await pageOf(patched, languages[language]);
    await expect(toMarkdown(page)).toMatchFileSnapshot(`golden/page-patch.${language}.md`);
    await expect(body(toHtml(page, language))).toMatchFileSnapshot(`golden/page-patch.${language}.html`);
    const several = (await reportOfFixture('several-apps', language))
      .replaceAll(projectRoot, '')
      .replace(toolVersion(), '1.2.3');
    await expect(body(several)).toMatchFileSnapshot(`golden/page-several.${language}.html`);
  });

  test('its headings go down one level at a time', async () => {
    const levels = headingLevels((await written()).blocks);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('Markdown and HTML say the same', async () => {
    const page = await written();
    const shown = toHtml(page, language)
      .replace(/<style>[\s\S]*<\/style>/, '')
      .replace(/<title>[\s\S]*<\/title>/, '')
      // What leads through a page that has no outline of its own.
      .replace(/<a class="skip".*|<nav[\s\S]*?<\/nav>/g, '')
      // Markdown has a box for it.
      .replace(/<span class="state[^>]*>[^<]*<\/span>/g, '')
      .replace(/<[^>]+>/g, ' ');
    const words = (text: string) => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const inHtml = words(shown.replace(/&#?\w+;/g, ' '));
    expect(words(toMarkdown(page).replace(/&#8203;|^ *```(diff|text)$/gm, ''))).toEqual(inHtml);
    expect(inHtml.length).toBeGreaterThan(200);
  });
});

describe('the matrix is shown', () => {
  const quiet = appWithPolicy(policy([ownRule(['read'])]), { services: '' });
  const client = '    services.ConfigureMaskinportenClient("havn:MaskinportenSettings");\n';

  test('of an app that acts as the service owner, whatever is granted', async () => {
    const granting = appWithPolicy(policy([ownRule(['read', 'write'])]), { services: client });
    expect(toMarkdown(await pageOf(granting, en))).toContain('| not started | granted (rule 1, line 4) |');
    expect(toMarkdown(await pageOf(quiet, en, { target: 'v9' }))).toContain('**missing**');
  });

  test('not of one whose policy nobody asks, which lacks nothing', async () => {
    const markdown = toMarkdown(await pageOf(quiet, en));
    expect(markdown).not.toContain('### Policy');
    expect(markdown).not.toContain('missing');
  });

  test('not where there is no policy or none that could be read: that is said', async () => {
    const without = toMarkdown(await pageOf(appWith(client), en));
    expect(without).toContain(
      '### Policy\n\nconfig/authorization/policy.xml is not there, so nothing is said about rights.\n',
    );
    const broken = toMarkdown(await pageOf(appWithPolicy('<xacml:Policy', { services: client }), en));
    expect(broken).toContain(
      '### Policy\n\nApp/config/authorization/policy.xml could not be read, so nothing is said about rights.\n',
    );
  });
});

test('the worst of an app comes first, then what stands first, each under the title of its rule', async () => {
  const markdown = toMarkdown(await pageOf(files, en));
  const headings = markdown.split('\n').filter((line) => line.startsWith('#### '));
  expect(headings.flatMap((line) => /`(.*)`/.exec(line)?.[1] ?? [])).toEqual([
    'config/custom-path',
    'files/not-analysed',
    'policy/service-owner-rights',
    'policy/inconclusive',
  ]);
  expect(headings[2]).toBe('#### `policy/service-owner-rights` – The service owner lacks rights that the app needs');
  const warned = appWithPolicy(policy([ownRule(['read'])]), {
    services: `    services.AddHttpClient("x").UseMaskinportenAuthorisation("a:b");\n`,
  });
  const labels = toMarkdown(await pageOf(warned, en)).match(/^\*\*(error|warning)\*\* |^note /gm);
  expect(labels).toEqual(['**error** ', '**warning** ', 'note ']);
});

test('the order of sources is shown to whom it makes a difference', async () => {
  const calling = appWith('    services.AddHttpClient("x").UseMaskinportenAuthorization("a:b");\n');
  expect(toMarkdown(await pageOf(calling, en))).toContain('1. appsettings.json\n');
  const ofNine = appWith('    services.AddHttpClient("x").UseMaskinportenAuthorization("a:b");\n', {
    version: '9.0.0-preview.1',
  });
  const v9 = toMarkdown(await pageOf(ofNine, en));
  expect(v9).toContain('### Who wins\n\nWho supplies each key');
});

test('what to type now is told, as in a terminal', async () => {
  const moving = appWith('    services.ConfigureMaskinportenClient("havn:MaskinportenSettings");\n');
  const markdown = toMarkdown(await pageOf(moving, en));
  expect(markdown).toContain(
    '## What next\n\n- Patch of phase switch: `maskinflytt fix`\n- More about a rule: `maskinflytt explain config/custom-path`\n',
  );
  expect(toMarkdown(await pageOf(appWith(''), en))).not.toContain('What next');
});

test('a private key outside of the apps is counted', async () => {
  const report = { ...buildReport([], []), tool: { name: 'maskinflytt', version: '1.2.3' } } as const;
  const counted = (strayKeys: number) =>
    toMarkdown(reportPage({ report, strayKeys, notAnalysed: [] }, { apps: [], strays: [], steps: [] }, en));
  expect(counted(0)).toContain('0 apps: no findings.');
  expect(counted(2)).toContain('0 apps: 2 errors.');
});

test('names from the app break neither format', async () => {
  const name = '&lt;/details&gt;&lt;script&gt;x|y`@ola #12 [a](b)&quot;&apos;';
  const hostile = appWithPolicy(policy([ownRule(['read'], { id: `a:${name}` })]), {
    bpmn: process([{ id: name, type: name }], [name]),
  });
  const page = await pageOf(hostile, en, { target: 'v9' });
  const markdown = toMarkdown(page);
  expect(markdown).not.toMatch(/(?<!\\)<\/?(details|script)|(?<![\p{L}\p{N}`])@ola/u);
  const tables = markdown.split('\n').filter((line) => line.startsWith('|'));
  const pipes = tables.map((line) => line.replace(/\\[\s\S]/g, '').match(/\|/g)?.length);
  expect(tables.length).toBeGreaterThan(8);
  expect(new Set(pipes).size).toBe(2);
  const html = toHtml(page, 'en');
  expect(html).not.toContain('<script');
  expect(html).toContain('&lt;/details&gt;&lt;script&gt;x|y');
});
