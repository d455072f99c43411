import { type Browser, chromium, type Page } from 'playwright-core';
import { demand } from './requires.js';

/** Headless, and without a word to any host but the page's. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: demand('chromium'),
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
      ...['--disable-background-networking', '--disable-component-update'],
    ],
  });

/** What went wrong in people's pages, for the end of a test: scripts that failed, refusals of the content policy. */
export const complaints: string[] = [];

/** Signs somebody of the sample in, in a browser of their own, by the button that names them. */
export async function signIn(browser: Browser, url: string, person: RegExp): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(url);
  await page.getByRole('button', { name: '繁體' }).click();
  await page.getByRole('button', { name: person }).click();
  await page.waitForURL((address) => !address.pathname.startsWith('/sign-in'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}
