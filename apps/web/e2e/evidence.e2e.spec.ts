import { useDatabase } from '#testing/database';
import { complaints, openBrowser, signIn } from '#testing/people';
import { answering, type Program, runCommand, startProgram } from '#testing/programs';
import { describeWith } from '#testing/requires';
import { freePort } from '#platform/ports';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
/** A text of so many bytes that no other file has. */
const words = (bytes: number) => Buffer.from(randomBytes(bytes / 2).toString('hex'));

/** A picture of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

/** Three files go up on a line that breaks; two of them are disclosed, and are the same on the other side. */
describeWith(['chromium'], 'evidence in the browser', () => {
  const database = useDatabase();
  const home = mkdtempSync(join(tmpdir(), 'luoshi-evidence-'));
  const files = [
    { name: '名冊.txt', buffer: words(16_000_000) },
    { name: '會議紀要.txt', buffer: words(3_000_000) },
    { name: '內部備忘.txt', buffer: words(20_000) },
  ];
  let browser: Browser;
  let api: Program;
  let worker: Program;
  let url: string;
  let officer: Page;
  let ours: Page; // the Hong Kong coordinator
  let theirs: Page; // the Shanghai coordinator
  let measure: string;

  beforeAll(async () => {
    const port = await freePort();
    url = `http://localhost:${port}`;
    const environment = {
      ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, LUOSHI_HOME: home },
      ...{ PORT: String(port), DEMO: 'on', LOG_LEVEL: 'error', CLOCK: '2026-11-18T10:00+08:00' },
    };
    await runCommand(['sample', '--if-empty', '--json'], environment);
    api = startProgram('api', environment);
    worker = startProgram('worker', environment);
    await answering(`${url}/readyz`);
    browser = await openBrowser();
    officer = await signIn(browser, url, /聯絡員 李卓然/);
    ours = await signIn(browser, url, /統籌 梁靜宜/);
    theirs = await signIn(browser, url, /統籌 沈佳宁/);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await worker?.stop();
    await api?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const form = () => officer.getByRole('group', { name: '佐證材料' }).first();
  /** Until the large one is under way: some of it is on the server, and most of it is not. */
  const underWay = () =>
    form()
      .getByRole('listitem')
      .filter({ hasText: '名冊.txt' })
      .getByText(/^[1-9]\d?%$/)
      .waitFor({ timeout: 30_000 });
  /** From the disk, as people do: what goes through the test's own line to the browser takes longer than the upload. */
  const choose = (chosen: Pick<(typeof files)[0], 'name' | 'buffer'>[]) => {
    const paths = chosen.map(({ name, buffer }) => {
      const path = join(home, name);
      writeFileSync(path, buffer);
      return path;
    });
    return form().getByLabel('加入佐證材料').setInputFiles(paths);
  };
  /** The officer's line: so slow that there is a middle to be cut, or cut, or as fast as the machine. */
  let line: CDPSession | undefined;
  async function connect(how: 'slow' | 'cut' | 'fast'): Promise<void> {
    line ??= await officer.context().newCDPSession(officer);
    await line.send('Network.enable');
    const uploadThroughput = how === 'slow' ? 300_000 : -1;
    await line.send('Network.emulateNetworkConditions', {
      ...{ offline: how === 'cut', latency: 0, downloadThroughput: -1, uploadThroughput },
    });
  }
  /** Bytes that went up, as the requests say. */
  function counted(): { bytes: number } {
    const sum = { bytes: 0 };
    officer.on('request', (request) => {
      if (request.method() === 'PATCH' && request.url().includes('/api/uploads/'))
        sum.bytes += Number(request.headers()['content-length'] ?? 0);
    });
    return sum;
  }

  it('goes up in spite of a line that is cut and a page that is loaded anew', async () => {
    await officer
      .getByRole('button', { name: /^更新 / })
      .first()
      .click();
    await officer.getByRole('textbox', { name: /本期進展/ }).fill('名冊已經定稿。');
    await officer.getByText(/草稿已自動儲存/).waitFor();
    measure =
      (await officer
        .getByRole('link', { name: /^[一二三四五六七八九十]+\.\d/ })
        .first()
        .getAttribute('href')) ?? '';
    await connect('slow');
    await choose(files);
    await form().getByRole('progressbar', { name: /名冊/ }).waitFor();
    await underWay();

    // Cut in the middle: it says so, and goes on by itself.
    await connect('cut');
    await form()
      .getByText(/連線中斷，恢復後自動接續/)
      .first()
      .waitFor({ timeout: 30_000 });
    await connect('slow');
    await underWay();

    // Paused, and left.
    await form().getByRole('button', { name: '暫停上載 名冊.txt' }).click();
    await form()
      .getByText(/已暫停/)
      .waitFor();
    officer.on('dialog', (dialog) => void dialog.accept());
    await officer.goto(`${url}/my-work`);
    const draft = officer.getByRole('button', { name: /^(繼續|更新|修改) / }).first();
    await draft.click();
    await form().getByText('未上載完成，再次選取同一檔案即可接續').first().waitFor();

    const sent = counted();
    await connect('fast');
    // A smaller one may have been whole before its page was left.
    const unfinished = await form().getByRole('listitem').filter({ hasText: '未上載完成' }).allInnerTexts();
    const again = files.filter(({ name }) => unfinished.some((text) => text.includes(name)));
    expect(again.map(({ name }) => name)).toContain('名冊.txt');
    await choose(again);
    for (const { name } of files) await form().getByRole('link', { name }).waitFor({ timeout: 60_000 });
    expect(await form().getByRole('listitem').count()).toBe(files.length + 1);
    expect(sent.bytes).toBeLessThan(again.reduce((sum, { buffer }) => sum + buffer.length, 0));
    // The same file again is noticed.
    await choose([{ ...files[2]!, name: '另一名稱.txt' }]);
    await form().getByText('與「內部備忘.txt」內容相同').waitFor();
    await form().getByRole('button', { name: '移除 另一名稱.txt' }).click();
    await form().getByRole('link', { name: '另一名稱.txt' }).waitFor({ state: 'detached' });
  }, 120_000);

  it('takes what is pasted and what is dropped', async () => {
    const give = (event: 'paste' | 'drop') =>
      officer.evaluate(`(() => {
        const data = new DataTransfer();
        const pixel = Uint8Array.from(atob('${pixel}'), (character) => character.charCodeAt(0));
        const name = '${event === 'paste' ? 'image.png' : 'dropped.png'}';
        data.items.add(new File([pixel, '${event}'], name, { type: 'image/png' }));
        const options = { bubbles: true, cancelable: true };
        if ('${event}' === 'paste')
          document.querySelector('.upd textarea')
            .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, ...options }));
        else
          document.querySelector('.uploads')
            .dispatchEvent(new DragEvent('drop', { dataTransfer: data, ...options }));
      })()`);
    await give('paste');
    await form()
      .getByRole('link', { name: /^\d{14}\.png$/ })
      .waitFor();
    await give('drop');
    await form().getByRole('link', { name: 'dropped.png' }).waitFor();
    for (const name of [/^移除 \d{14}\.png$/, '移除 dropped.png'])
      await form().getByRole('button', { name }).click();
    await form().getByRole('link', { name: 'dropped.png' }).waitFor({ state: 'detached' });
    expect(await form().locator('input[capture="environment"]').count()).toBe(1);
  });

  it('is shown by keyboard, and the focus comes back', async () => {
    const link = form().getByRole('link', { name: '名冊.txt' });
    await link.focus();
    await officer.keyboard.press('Enter');
    const viewer = officer.getByRole('dialog', { name: '名冊.txt' });
    await viewer.getByText(files[0]!.buffer.toString('utf8', 0, 100)).waitFor({ timeout: 60_000 });
    await officer.keyboard.press('ArrowRight');
    await officer.getByRole('dialog', { name: '會議紀要.txt' }).waitFor();
    await officer.keyboard.press('ArrowLeft');
    await viewer.waitFor();
    await officer.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    expect(await officer.evaluate('document.activeElement.textContent')).toBe('名冊.txt');
  }, 120_000);

  it('is disclosed in part: the other side sees two of three, byte for byte', async () => {
    await officer.getByRole('button', { name: '提交' }).click();
    await officer
      .getByText(/已提交/)
      .first()
      .waitFor();
    await ours.goto(`${url}${measure}`);
    await ours.getByRole('checkbox', { name: /內部備忘/ }).uncheck();
    await ours.getByRole('button', { name: '核准發布' }).click();
    await ours.getByText('已發布，雙方可見').waitFor();

    await theirs.goto(`${url}${measure}`);
    for (const { name, buffer } of files.slice(0, 2)) {
      await theirs.getByRole('link', { name }).first().click();
      const viewer = theirs.getByRole('dialog', { name });
      const [download] = await Promise.all([
        theirs.waitForEvent('download'),
        viewer.getByRole('link', { name: '下載' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(name);
      expect(sha256(readFileSync(await download.path()))).toBe(sha256(buffer));
      await theirs.keyboard.press('Escape');
    }
    expect(await theirs.getByText('內部備忘').count()).toBe(0);

    // The meeting's list says the same.
    const meeting = await theirs.locator('a[href^="/meetings/"]').first().getAttribute('href');
    for (const [page, count] of [
      [ours, 3],
      [theirs, 2],
    ] as const) {
      await page.goto(`${url}${meeting}/evidence`);
      await page.getByRole('table').waitFor();
      const names = new RegExp(files.map(({ name }) => name).join('|'));
      expect(await page.getByRole('table').getByRole('link', { name: names }).count()).toBe(count);
    }
    const boxes = theirs.getByRole('checkbox', { name: /名冊|會議紀要/ });
    for (const box of await boxes.all()) await box.check();
    const [archive] = await Promise.all([
      theirs.waitForEvent('download'),
      theirs.getByRole('link', { name: '打包下載' }).click(),
    ]);
    const zip = readFileSync(await archive.path());
    for (const { buffer } of files.slice(0, 2)) expect(zip.includes(sha256(buffer))).toBe(true);
    expect(zip.includes(sha256(files[2]!.buffer))).toBe(false);
    expect(complaints).toEqual([]);
  }, 60_000);
});
