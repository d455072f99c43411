import { useDatabase } from '#testing/database';
import { complaints, openBrowser, signIn } from '#testing/people';
import { answering, type Program, runCommand, startProgram } from '#testing/programs';
import { describeWith, MEMORANDA } from '#testing/requires';
import { unzip } from '#testing/unzip';
import { freePort } from '#platform/ports';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** The path of the product in Chromium, as five people: steps 2 to 8 on a real memorandum and the built programs. */
describeWith(
  ['chromium', 'memoranda'],
  'a memorandum goes in, an officer reports, a report comes out',
  () => {
    const database = useDatabase();
    const home = mkdtempSync(join(tmpdir(), 'luoshi-story-'));
    let browser: Browser;
    let api: Program;
    let worker: Program;
    let url: string;
    let environment: Record<string, string>;

    let ours: Page; // the Hong Kong coordinator
    let theirs: Page; // the Chongqing coordinator
    let officer: Page;
    let measure: string;
    let title: string; // 九.2 and the measure's own short title: other meetings have a 九.2 as well

    /** Typed by an officer of Hong Kong, never cleared: nobody of Chongqing may meet it anywhere. */
    const secret = '內部初稿尚未核對';

    beforeAll(async () => {
      const port = await freePort();
      url = `http://localhost:${port}`;
      environment = {
        ...{ DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl, LUOSHI_HOME: home },
        ...{ PORT: String(port), DEMO: 'on', LOG_LEVEL: 'error' },
        // A Wednesday morning, whenever the test runs.
        CLOCK: '2026-11-18T10:00+08:00',
      };
      await runCommand(['sample', '--if-empty', '--json'], environment);
      api = startProgram('api', environment);
      worker = startProgram('worker', environment);
      await answering(`${url}/readyz`);
      browser = await openBrowser();
      ours = await signIn(browser, url, /統籌 梁靜宜/);
      theirs = await signIn(browser, url, /統籌 周明远/);
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await worker?.stop();
      await api?.stop();
      rmSync(home, { recursive: true, force: true });
    });

    it('imports the memorandum: 11 areas, 47 measures, previewed and then adopted', async () => {
      await ours.getByRole('link', { name: '合作會議' }).first().click();
      await ours.getByRole('link', { name: '匯入合作備忘錄' }).first().click();
      await ours.getByLabel('選擇檔案').setInputFiles(join(MEMORANDA, 'yugang-1-memorandum.txt'));
      await ours.getByRole('heading', { name: /^匯入：/ }).waitFor();
      expect(await ours.getByText('11').count()).toBeGreaterThan(0);
      await ours.getByRole('button', { name: '採納', exact: true }).click();
      await ours.getByRole('dialog').getByRole('button', { name: '採納' }).click();
      await ours.waitForURL(/\/meetings\//);
      await ours.getByRole('link', { name: /^合作措施 47/ }).waitFor();
      expect(await ours.getByText(/2023年5月11日/).count()).toBeGreaterThan(0);
    });

    it('assigns on both sides, each unseen by the other until it is shared', async () => {
      await ours.getByRole('link', { name: /^合作措施 47/ }).click();
      measure = `${url}${await ours.getByRole('row', { name: /九\.2/ }).getByRole('link').first().getAttribute('href')}`;
      const choose = async (page: Page, lead: RegExp, typed: string, save: string) => {
        await page.goto(measure);
        await page.getByRole('combobox', { name: /^牵头|^牽頭/ }).click();
        await page.keyboard.type(typed);
        await page.getByText(lead).last().waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name: save }).click();
      };
      await choose(ours, /律政司/, '律政', '儲存指派');
      title = (await ours.getByRole('heading', { level: 1 }).innerText()).replace(/^(九\.2)\s*/, '$1 ');
      await ours.getByText('已儲存，只有己方看得見。').waitFor();
      await choose(theirs, /重慶市司法局|重庆市司法局/, '司法', '儲存指派');
      await theirs.getByText('已儲存，只有己方看得見。').waitFor();

      await theirs.goto(measure);
      await theirs.getByRole('heading', { level: 1 }).waitFor();
      expect(await theirs.getByText('律政司').count()).toBe(0);
      await ours.goto(measure);
      await ours.getByRole('heading', { level: 1 }).waitFor();
      expect(await ours.getByText('重慶市司法局').count()).toBe(0);

      await ours.getByRole('button', { name: '發布牽頭和協辦' }).click();
      await ours.getByText('已發布，雙方可見。').waitFor();
      await theirs.goto(measure);
      await theirs.getByText('律政司').first().waitFor();
    });

    it('takes an update from the officer through return and mending to clearing; only then Chongqing sees it', async () => {
      officer = await signIn(browser, url, /聯絡員 李卓然/);
      await officer.getByRole('button', { name: `更新 ${title}` }).click();
      await officer.getByRole('textbox', { name: /本期進展/ }).fill(`${secret}。`);
      await officer.getByRole('radio', { name: '如期進行' }).check();
      await officer.getByLabel(/下一步/).fill('核對名冊後公布。');
      await officer.getByText(/草稿已自動儲存/).waitFor();
      for (const [name, text] of [
        ['名冊定稿.txt', '七十一名調解員'],
        ['內部備忘.txt', secret],
      ] as const) {
        const buffer = Buffer.from(text);
        await officer.getByLabel('加入佐證材料').setInputFiles({ name, mimeType: 'text/plain', buffer });
        await officer.getByRole('link', { name }).waitFor();
      }
      await officer.getByRole('button', { name: '提交' }).click();
      await officer.getByText(/已提交 九\.2 的匯報/).waitFor();

      await ours.goto(measure);
      await ours.getByRole('button', { name: '退回' }).click();
      await ours.getByLabel(/退回原因/).fill('請核對後寫明人數和日期。');
      await ours.getByRole('dialog').getByRole('button', { name: '退回' }).click();
      await ours.getByText('已退回').first().waitFor();

      await officer.goto(`${url}/my-work`);
      await officer.getByText('請核對後寫明人數和日期。').first().waitFor();
      await officer.getByRole('button', { name: `修改 ${title}` }).click();
      await officer
        .getByRole('textbox', { name: /本期進展/ })
        .fill('名冊定稿收錄 71 名調解員，12 月 8 日公布。');
      await officer.getByText(/草稿已自動儲存/).waitFor();
      await officer.getByRole('button', { name: '提交' }).click();
      await officer.getByText(/已提交 九\.2 的匯報/).waitFor();

      await theirs.goto(measure);
      await theirs.getByText('雙方尚未發布任何進展').waitFor();
      expect(await theirs.getByText('71 名調解員').count()).toBe(0);

      await ours.goto(measure);
      await ours.getByRole('checkbox', { name: /內部備忘/ }).uncheck();
      await ours.getByRole('button', { name: '核准發布' }).click();
      await ours.getByText('已發布，雙方可見').waitFor();

      await theirs.reload();
      await theirs.getByText('71 名調解員').first().waitFor();
      await theirs.getByRole('link', { name: /名冊定稿\.txt/ }).waitFor();
      expect(await theirs.getByText('內部備忘').count()).toBe(0);
      expect(await theirs.getByText('請核對後寫明人數和日期').count()).toBe(0);
    });

    it('reminds the officer of a near date, once, in her language', async () => {
      await ours.goto(measure);
      await ours.getByRole('button', { name: /提議工作日期/ }).click();
      await ours.getByRole('dialog').getByRole('textbox', { name: '日期' }).fill('2026-11-25');
      await ours.keyboard.press('Enter');
      await ours.getByRole('dialog').getByLabel('理由').fill('配合公布日期。');
      await ours.getByRole('button', { name: '提議此日期' }).click();
      await ours.getByText(/已提議，待渝方答覆/).waitFor();
      await theirs.goto(measure);
      await theirs.getByRole('button', { name: '同意此日期' }).click();
      await theirs.getByText('已同意，工作日期已更改').waitFor();

      // A worker that starts sweeps at once; twice, so that the second finds nothing new.
      for (let round = 0; round < 2; round += 1) {
        await worker.stop();
        worker = startProgram('worker', environment);
      }
      const subject = new RegExp(title);
      for (let tries = 0; tries < 20; tries += 1) {
        await officer.goto(`${url}/outbox`);
        await officer.getByRole('heading', { level: 1 }).waitFor();
        if ((await officer.getByRole('link', { name: subject }).count()) > 0) break;
        await officer.waitForTimeout(1_000);
      }
      expect(await officer.getByRole('link', { name: subject }).count()).toBe(1);
      await theirs.goto(`${url}/outbox`);
      await theirs.getByRole('heading', { level: 1 }).waitFor();
      // Chongqing's own officer is reminded as well; of Hong Kong's mail there is no trace.
      expect(await theirs.getByText(/李卓然|@hk\.example/).count()).toBe(0);
    });

    it('builds each side a report; Chongqing’s copy has nothing of Hong Kong’s private work', async () => {
      const meeting = `${url}${await linkToMeeting(ours)}`;
      const download = async (page: Page) => {
        await page.goto(`${meeting}/reports`);
        await page.getByRole('button', { name: '開始編製' }).click();
        const link = page.getByRole('link', { name: /下載報告/ }).first();
        await link.waitFor({ timeout: 30_000 });
        const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
        expect(file.suggestedFilename()).toMatch(/\.docx$/);
        return [...unzip(readFileSync(await file.path())).values()].join('\n');
      };
      for (const page of [ours, theirs]) {
        const text = await download(page);
        const finds = ['71 名調解員', secret, '李卓然'].map((words) => text.includes(words));
        expect(finds).toEqual([true, false, false]);
      }
    });

    it('shows the manager where the meeting stands', async () => {
      const manager = await signIn(browser, url, /主管 何俊賢/);
      await manager.goto(`${url}${await linkToMeeting(manager)}`);
      await manager.getByRole('heading', { name: '各範疇' }).waitFor();
      expect(await manager.getByRole('row', { name: /法律和爭議解決/ }).count()).toBe(1);
      await manager.getByText('以表格顯示').first().click();
      await manager.getByRole('link', { name: '律政司' }).waitFor();
    });

    it('has every step in the activity record, each side’s own beside the joint one', async () => {
      await ours.goto(`${url}/activity`);
      await ours.getByRole('heading', { level: 1 }).waitFor();
      for (const verb of ['採納', '退回', '發布', '提示'])
        await ours.getByText(new RegExp(verb)).first().waitFor();
      await theirs.goto(`${url}/activity`);
      await theirs.getByRole('heading', { level: 1 }).waitFor();
      expect(await theirs.getByText('李卓然').count()).toBe(0);
      expect(await theirs.getByText('請核對後寫明人數和日期').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    async function linkToMeeting(page: Page): Promise<string> {
      await page.goto(`${url}/meetings`);
      return (await page.getByRole('link', { name: /第一次會議 .*渝港/ }).getAttribute('href')) ?? '';
    }
  },
);
