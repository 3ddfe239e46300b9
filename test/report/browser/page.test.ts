import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, openChromium } from '../../../scripts/chromium.ts';
import { temporaryFolder } from '../../files/repo.ts';
import { hostileReport, reportOfFixture } from './reports.ts';

const inPage = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const [structure, contrast] = [inPage('structure.js'), inPage('contrast.js')];

const skipped = chromiumPath === null ? ' (skipped: there is no Chromium here, and CHROMIUM names none)' : '';
if (chromiumPath === null) console.warn(`The HTML report was not opened in a browser${skipped}.`);

const reports: Readonly<Record<string, () => Promise<string>>> = {
  'one app with a patch': () => reportOfFixture('custom-path-in-chain', 'en'),
  'one with choices to make, and a vault that may win': () => reportOfFixture('two-identities', 'nb'),
  'one with rights missing': () => reportOfFixture('policy-v9-task-types', 'en'),
  'one with a committed key': () => reportOfFixture('secrets-committed-key', 'nb'),
  'one that could not be read': () => reportOfFixture('broken-files', 'en'),
  'one with nothing to do': () => reportOfFixture('clean-v9', 'nb'),
  'several apps': () => reportOfFixture('several-apps', 'nb'),
  'hostile names': hostileReport,
};

describe.skipIf(chromiumPath === null)(`in a browser${skipped}`, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await openChromium();
  });

  afterAll(() => browser?.close());

  /** The page from its file, and all that it said and asked for. */
  async function open(html: string, options: BrowserContextOptions = {}) {
    const url = pathToFileURL(join(temporaryFolder(), 'report.html'));
    writeFileSync(url, html);
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const told: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    page.on('pageerror', (error) => told.push(String(error)));
    page.on('dialog', (dialog) => told.push(dialog.message()));
    context.on('request', (request) => asked.push(request.url()));
    await page.goto(url.href);
    return { page, told, asked, url: url.href, close: () => context.close() };
  }

  describe.each(Object.entries(reports))('%s', (name, reportOf) => {
    let html: string;

    test('says nothing to the console, asks for nothing, has all its parts, and can be read', async () => {
      html = await reportOf();
      const { page, told, asked, url, close } = await open(html, { viewport: { width: 1280, height: 800 } });
      const { title, language, headings, ...rest } = await page.evaluate<Structure>(structure);
      expect(rest).toEqual(whole);
      expect(title).toMatch(/^(Maskinporten credentials: audit|Klientdetaljer for Maskinporten: kontroll)$/);
      expect(language).toBe(title.startsWith('Klient') ? 'nb' : 'en');
      expect(headings.filter(([level]) => level === 1)).toHaveLength(1);
      expect(headings.filter(([level], at) => level > (headings[at - 1]?.[0] ?? 0) + 1)).toEqual([]);
      expect(headings.filter(([, text]) => text === '')).toEqual([]);
      expect(await namelessIn(page)).toEqual([]);
      for (const how of ['light', 'dark', 'print'] as const) {
        await page.emulateMedia(how === 'print' ? { media: how } : { colorScheme: how });
        const measured = await page.evaluate<readonly (readonly [string, number])[]>(contrast);
        expect(measured.length).toBeGreaterThan(5);
        expect(measured.filter(([, ratio]) => ratio < (how === 'print' ? 7 : 4.5))).toEqual([]);
      }
      expect(told).toEqual([]);
      expect(asked).toEqual([url]);
      if (name === 'hostile names') expect(html.match(/onerror/g)?.length).toBeGreaterThan(20);
      await close();
    });

    test('fits a telephone, is reached by the keyboard, and says the same without JavaScript', async () => {
      const narrow = { viewport: { width: 320, height: 640 } };
      const { page, close } = await open(html, narrow);
      expect((await page.evaluate<Structure>(structure)).overflow).toBe(0);
      const wanted = await page.evaluate<number>(`document.querySelectorAll('a, summary, [tabindex="0"]').length`);
      const stops: Stop[] = [];
      while (stops.length < wanted) {
        await page.keyboard.press('Tab');
        stops.push(await page.evaluate<Stop>(focused));
      }
      expect(stops.filter(({ isSeen }) => !isSeen)).toEqual([]);
      const order = stops.map(({ place }) => place);
      expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
      await page.evaluate('window.scrollTo(0, 0); document.querySelector(".skip").focus()');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);
      const text = await page.evaluate<string>('document.body.innerText');
      await close();
      const without = await open(html, { ...narrow, javaScriptEnabled: false });
      expect(await without.page.locator('body').innerText()).toBe(text);
      await without.close();
    });
  });

  test('paper shows all, also what was folded', async () => {
    const { page, close } = await open(await reportOfFixture('custom-path-in-chain', 'en'), { colorScheme: 'dark' });
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = false`);
    const shown = `[...document.querySelectorAll('details pre')].map((one) => one.checkVisibility({ contentVisibilityAuto: true }))`;
    await expect.poll(() => page.evaluate(shown)).toEqual([false, false]);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.evaluate(shown)).toEqual([true, true]);
    await close();
  });

  describe('what would get in all the same', () => {
    const hits: string[] = [];
    const server = createServer(({ url }, response) => {
      hits.push(url ?? '');
      response.end();
    });

    beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    async function openHostile(change: (html: string) => string) {
      hits.length = 0;
      const address = server.address();
      const elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
      const hostile = `<script>document.title = 'ran'</script><style>h1 { display: none }</style>
<p style="color: red" id="styled" onclick="document.title += ' again'">x</p>
<img src="${elsewhere}/image"><link rel="stylesheet" href="${elsewhere}/style"><iframe src="${elsewhere}/frame"></iframe>
<form action="${elsewhere}/form"></form><base href="${elsewhere}/">`;
      const html = change((await reportOfFixture('clean-v9', 'en')).replace('<h1>', `${hostile}<h1>`));
      const opened = await open(html);
      await opened.page.locator('#styled').click();
      return opened;
    }

    const color = 'getComputedStyle(document.querySelector("#styled")).color';

    test('is stopped by the policy of the page', async () => {
      const { page, told, url, close } = await openHostile((html) => html);
      expect(await page.title()).toBe('Maskinporten credentials: audit');
      expect(await page.locator('h1').isVisible()).toBe(true);
      expect(await page.evaluate(color)).not.toBe('rgb(255, 0, 0)');
      expect(await page.evaluate('document.baseURI')).toBe(url);
      await page.evaluate('document.querySelector("form").requestSubmit()');
      await expect.poll(() => told.join('\n')).toContain('form-action');
      expect(hits).toEqual([]);
      await close();
    });

    test('would have its way without the policy', async () => {
      const { page, close } = await openHostile((html) => html.replace(/<meta http-equiv.*/, ''));
      expect(await page.title()).toBe('ran again');
      expect(await page.locator('h1').isVisible()).toBe(false);
      expect(await page.evaluate(color)).toBe('rgb(255, 0, 0)');
      await expect.poll(() => [...new Set(hits)].sort()).toEqual(['/frame', '/image', '/style']);
      await close();
    });
  });
});

interface Structure {
  readonly language: string;
  readonly title: string;
  readonly headings: readonly (readonly [number, string])[];
  readonly overflow: number;
}

const whole = {
  landmarks: [1, 1],
  contentInHeader: 0,
  unnamedNavigation: 0,
  idsTwice: [],
  brokenLinks: [],
  headsWithoutScope: 0,
  tablesWithoutCaption: 0,
  rowsOfOtherLength: 0,
  notItems: 0,
  emptyLists: 0,
  active: 0,
  handlers: 0,
  overflow: 0,
};

interface Stop {
  /** Among all elements. */
  readonly place: number;
  readonly isSeen: boolean;
}

/** Where the keyboard is. */
const focused = `(() => {
  const { top, bottom } = document.activeElement.getBoundingClientRect();
  return {
    place: [...document.querySelectorAll('*')].indexOf(document.activeElement),
    isSeen: getComputedStyle(document.activeElement).outlineStyle !== 'none' && bottom > 0 && top < innerHeight,
  };
})()`;

/** What can be focused and has no name, as the browser computes it. */
async function namelessIn(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes.flatMap(({ role, name, properties = [] }) => {
    const isFocusable = properties.some((one) => one.name === 'focusable' && one.value.value === true);
    const isNamed = typeof name?.value === 'string' && name.value.trim() !== '';
    return isFocusable && !isNamed && role?.value !== 'RootWebArea' ? [String(role?.value)] : [];
  });
}
