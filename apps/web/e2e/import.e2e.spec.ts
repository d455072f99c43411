import { freePort } from '#platform/ports';
import { useDatabase } from '#testing/database';
import { complaints, openBrowser, signIn } from '#testing/people';
import { answering, type Program, runCommand, startProgram } from '#testing/programs';
import { describeWith, MEMORANDA } from '#testing/requires';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** A real memorandum comes in, is mended by keyboard and by mouse, outlives a reload and a broken line, and is adopted. */
describeWith(['chromium', 'memoranda'], 'a memorandum is checked and adopted', () => {
  const database = useDatabase();
  const home = mkdtempSync(join(tmpdir(), 'luoshi-import-'));
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  let browser: Browser;
  let api: Program;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    const environment = {
      ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, LUOSHI_HOME: home },
      ...{ PORT: String(port), DEMO: 'on', LOG_LEVEL: 'error', CLOCK: '2026-11-18T10:00+08:00' },
    };
    await runCommand(['sample', '--if-empty', '--json'], environment);
    api = startProgram('api', environment);
    await answering(`${url}/readyz`);
    browser = await openBrowser();
    page = await signIn(browser, url, /統籌 梁靜宜/);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const total = (measures: number) => page.getByText(`11 個範疇，${measures} 項`).waitFor();
  const saved = () => page.getByText(/^已自動儲存/).waitFor();
  const focused = () => page.locator(':focus').innerText();
  const rows = () => page.getByRole('treegrid').getByRole('row');
  let first: string;

  it('shows source and tree, each piece with its line', async () => {
    await page.goto(`${url}/imports`);
    await page.getByLabel('選擇檔案').setInputFiles(join(MEMORANDA, 'yugang-1-memorandum.txt'));
    await page.getByRole('heading', { name: /^匯入：/ }).waitFor();
    await total(47);
    first = await rows().nth(1).locator('.words').innerText();
  });

  it('is split, merged and undone by keyboard alone, and says what was done', async () => {
    await rows().first().focus();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toContain(first);
    await page.keyboard.press('s');
    await page.getByRole('slider').waitFor();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await total(48);
    await page.getByRole('status').filter({ hasText: '已拆分 一.1，後半為 一.2。' }).waitFor();
    await page.keyboard.press('m');
    await total(47);
    expect(await focused()).toContain(first);
    await page.keyboard.press('Control+z');
    await total(48);
    await page.keyboard.press('Control+z');
    await total(47);
    await page.keyboard.press('Control+Shift+z');
    await total(48);
    await saved();
  });

  it('takes no title but the text’s own words', async () => {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: /範疇標題/ }).fill('一切');
    await page.keyboard.press('Enter');
    await page.getByText(/標題只可取自文本/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('loses nothing by a broken line and a reload', async () => {
    // The page is there, and nothing that it sends arrives.
    await page.route('**/api/imports/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await rows().nth(3).click();
    await page.keyboard.press('x');
    await page.getByLabel('不收錄的原因').selectOption('圖片說明');
    await page.getByRole('button', { name: '不收錄' }).click();
    await total(47);
    await page.getByText('未能儲存，修改仍在這裏').waitFor();
    await page.unroute('**/api/imports/*');
    await page.reload();
    await total(47);
    await page.getByText(/這部電腦留有未儲存的修改/).waitFor();
    await saved();
    // What was left out is taken in again, by mouse; then the wrong split is mended.
    await rows()
      .filter({ hasText: /^沒有收錄/ })
      .click();
    await rows().filter({ hasText: '圖片說明' }).click();
    await page.getByRole('button', { name: /收錄為措施/ }).click();
    await total(48);
    await rows().nth(2).click();
    await page.getByRole('button', { name: /併入上一項/ }).click();
    await total(47);
    expect(await rows().nth(1).locator('.words').innerText()).toBe(first);
    await saved();
  });

  it('has no fault that axe finds', async () => {
    await page.evaluate(axe);
    const found = await page.evaluate<string[]>(
      `axe.run('.page').then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
    );
    expect(found).toEqual([]);
  });

  it('is adopted, and its measures stand in the register', async () => {
    await page.getByRole('button', { name: '採納', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '採納' }).click();
    await page.waitForURL(/\/meetings\//);
    await page.getByRole('link', { name: /^合作措施 47/ }).click();
    await page.getByRole('row', { name: /一\.1/ }).first().waitFor();
  });

  it('is known in a newspaper, whose every highlight is a measure on record', async () => {
    await page.goto(`${url}/imports`);
    await page.getByLabel('選擇檔案').setInputFiles(join(MEMORANDA, 'yugang-1-newspaper.txt'));
    await page.getByRole('heading', { name: '與紀錄比對' }).waitFor();
    await page.getByText('24 段對得上，0 段對不上。').waitFor();
    await page.getByText(/這份文本引述其中的措施/).waitFor();

    // It says "yesterday" and is asked when that was; what is decided of its pieces stays.
    await page.getByText('對得上的 24 段').click();
    const first = page.getByRole('combobox', { name: /在紀錄中是$/ }).first();
    await first.selectOption({ label: '只留在來源中' });
    await page.getByText('23 段對得上，1 段對不上。').waitFor();
    await saved();
    await page.getByText(/這份文本是哪一天發布的/).waitFor();
    await page.getByRole('textbox', { name: '文本發布日期' }).fill('2023-05-12');
    await page.getByRole('textbox', { name: '文本發布日期' }).press('Enter');
    await page.getByText('2023年5月11日，').waitFor();
    await page.reload();
    await page.getByText('23 段對得上，1 段對不上。').waitFor();
    await page.getByText('對不上的 1 段').click();
    await page.getByRole('button', { name: '改回提議' }).click();
    await page.getByText('24 段對得上，0 段對不上。').waitFor();

    await page.getByRole('button', { name: '加為這次會議的來源' }).click();
    await page.waitForURL(/\/meetings\/[^/]+\/documents/);
    await page.getByText('yugang-1-newspaper.txt').waitFor();
    await page.getByRole('link', { name: /^合作措施 47/ }).waitFor();
  });

  it('of a draft of 3,000 measures draws what is near, and any of them is reached and mended', async () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    const area = (ordinal: number) =>
      [
        `第${ordinal}條 範疇之${ordinal}`,
        ...numbers(50).map((at) => `${at}. 推進第${(ordinal - 1) * 50 + at}項合作。`),
      ].join('\n');
    const text = `渝港合作會議第二次會議備忘錄\n\n附件\n\n${numbers(60).map(area).join('\n\n')}\n`;
    await page.goto(`${url}/imports`);
    await page.getByLabel('選擇檔案').setInputFiles({
      ...{ name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.from(text) },
    });
    await page.getByText('60 個範疇，3000 項').waitFor();
    expect(await rows().count()).toBeLessThan(500);

    // The bar is drawn to some place above it, and then it is scrolled until it is there.
    const scroll = (by: string) =>
      page.evaluate(`(async () => {
        const pane = document.querySelector('[role=treegrid]');
        pane.scrollTop = ${by};
        await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      })()`);
    const reach = async (words: string, share: number) => {
      const row = rows().filter({ hasText: words });
      await scroll(`${share} * pane.scrollHeight`);
      while ((await row.count()) === 0) await scroll('pane.scrollTop + 2 * pane.clientHeight');
      return row;
    };
    const wanted = await reach('推進第2500項合作', 0.78);
    await wanted.click();
    await page.locator('.src .cur').filter({ hasText: '推進第2500項合作' }).waitFor();
    const told = ['aria-level', 'aria-posinset', 'aria-setsize', 'aria-rowindex'];
    expect(await Promise.all(told.map((name) => wanted.getAttribute(name)))).toEqual([
      ...['2', '50', '50', '2550'],
    ]);

    // To its heading by keyboard, and from the text beside to a measure of the next one.
    await wanted.focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator(':focus').filter({ hasText: '範疇之50' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toContain('推進第2450項合作');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('e');
    await page.getByRole('textbox', { name: /範疇標題/ }).fill('之50');
    const sent = page.waitForRequest((request) => request.method() === 'PUT');
    await page.keyboard.press('Enter');
    await page.getByText(/^已更改.*的標題。$/).waitFor();
    // What is saved says where the words are; the server has them.
    expect((await sent).postData()).not.toMatch(/推進|之50/);
    await saved();
    await (await reach('推進第3000項合作', 0.95)).click();
    await page.locator('.src .cur').filter({ hasText: '推進第3000項合作' }).waitFor();

    await page.reload();
    await page.getByText('60 個範疇，3000 項').waitFor();
    expect(await (await reach('之50', 0.78)).locator('.words').innerText()).toBe('之50');
    expect(complaints).toEqual([]);
  });
});
