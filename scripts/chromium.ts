import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The one that `CHROMIUM` names, there or not; else one where it usually is; null where there is none. */
export const chromiumPath: string | null = process.env.CHROMIUM ?? usualPlaces.find(existsSync) ?? null;

export function openChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath ?? '' });
}
