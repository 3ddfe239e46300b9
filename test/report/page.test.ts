import { describe, expect, test } from 'vitest';
import { toHtml } from '../../src/report/html.ts';
import { toMarkdown } from '../../src/report/markdown.ts';
import { en } from '../../src/words/en.ts';
import { nb } from '../../src/words/nb.ts';
import { appWith } from '../rules/audited.ts';
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

describe.each(['en', 'nb'] as const)('in %s', (language) => {
  const written = () => pageOf(files, languages[language]);

  /** Each file in `golden/` was read by a person; read it again before it is renewed with `vitest -u`. */
  test('the page reads as it should', async () => {
    const page = await written();
    await expect(toMarkdown(page)).toMatchFileSnapshot(`golden/page.${language}.md`);
    await expect(toHtml(page, language)).toMatchFileSnapshot(`golden/page.${language}.html`);
  });

  test('its headings go down one level at a time', async () => {
    const { blocks } = await written();
    const levels = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });

  test('Markdown and HTML say the same', async () => {
    const page = await written();
    const shown = toHtml(page, language)
      .replace(/<style>[\s\S]*<\/style>/, '')
      .replace(/<title>[\s\S]*<\/title>/, '')
      .replace(/<[^>]+>/g, ' ');
    const words = (text: string) => text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const inHtml = words(shown.replace(/&#?\w+;/g, ' '));
    expect(words(toMarkdown(page).replace(/&#8203;/g, ''))).toEqual(inHtml);
    expect(inHtml.length).toBeGreaterThan(200);
  });
});

test('the matrix is shown of every app with a policy, and of none without', async () => {
  const quiet = appWithPolicy(policy([ownRule(['read', 'write'])]), { services: '' });
  expect(toMarkdown(await pageOf(quiet, en))).toContain('### Policy\n');
  expect(toMarkdown(await pageOf(appWith(''), en))).not.toContain('### Policy');
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
