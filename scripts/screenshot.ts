import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromiumPath, openChromium } from './chromium.ts';
import { projectRoot } from './project.ts';

/** The first screen of the report of a fixture, for the README. Paths are those that somebody sees in a repo. */
const fixture = 'custom-path-in-chain';
const picture = `${projectRoot}docs/images/report.png`;

if (chromiumPath === null) {
  console.error('There is no Chromium here, and CHROMIUM names none: no picture was taken.');
  process.exitCode = 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'maskinflytt-'));
  try {
    cpSync(`${projectRoot}fixtures/${fixture}/app`, folder, { recursive: true });
    const report = join(folder, 'report.html');
    const options = ['--lang', 'en', '--fail-on', 'never', '--quiet', '--format', `html=${report}`];
    execFileSync(process.execPath, [`${projectRoot}bin/maskinflytt.js`, 'audit', ...options], { cwd: folder });
    await take(report);
    console.log(picture.slice(projectRoot.length));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function take(report: string): Promise<void> {
  mkdirSync(`${projectRoot}docs/images`, { recursive: true });
  const browser = await openChromium();
  const page = await browser.newPage({ viewport: { width: 1280, height: 1080 }, colorScheme: 'light' });
  await page.goto(pathToFileURL(report).href);
  await page.screenshot({ path: picture });
  await browser.close();
}
