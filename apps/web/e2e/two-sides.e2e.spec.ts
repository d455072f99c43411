import { useDatabase } from '#testing/database';
import { complaints, openBrowser, signIn } from '#testing/people';
import { answering, type Program, runCommand, startProgram } from '#testing/programs';
import { describeWith } from '#testing/requires';
import { freePort } from '#platform/ports';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** Hong Kong and Shanghai on one measure of theirs, each in browsers of its own, at the same time. */
describeWith(['chromium'], 'two sides follow up one measure', () => {
  const database = useDatabase();
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const home = mkdtempSync(join(tmpdir(), 'luoshi-sides-'));
  let browser: Browser;
  let api: Program;
  let url: string;
  let measure: string;
  let meeting: string;

  let ours: Page; // Hong Kong's coordinator
  let officer: Page;
  let theirs: Page; // Shanghai's coordinator
  let counterpart: Page; // and an officer of it

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
    [ours, officer, theirs, counterpart] = (await Promise.all(
      [/統籌 梁靜宜/, /聯絡員 李卓然/, /統籌 沈佳宁/, /聯絡員.*上海市體育局/].map((person) =>
        signIn(browser, url, person),
      ),
    )) as [Page, Page, Page, Page];
    ({ measure, meeting } = await untouched());
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** A measure of the two on which nobody has done anything yet. */
  async function untouched() {
    const read = async <T>(path: string) => (await (await ours.request.get(`${url}${path}`)).json()) as T;
    const { items } = await read<{ items: { id: string; name: { en: string } }[] }>('/api/mechanisms');
    const { id } = items.find(({ name }) => name.en.includes('Shanghai'))!;
    const register = await read<{
      items: {
        id: string;
        meetingId: string;
        dueOn: string | null;
        lastCleared: object | null;
        own: { pending: string | null };
      }[];
    }>(`/api/measures?mechanism=${id}&status=not_started&limit=200`);
    const free = register.items.find(
      ({ dueOn, lastCleared, own }) => dueOn === null && lastCleared === null && own.pending === null,
    )!;
    return { measure: `${url}/measures/${free.id}`, meeting: `${url}/meetings/${free.meetingId}` };
  }

  const open = async (page: Page, address = measure) => {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  /** What is nowhere on the measure's page of this reader, however long one looks. */
  const notThere = async (page: Page, ...words: string[]) => {
    await open(page);
    await page.getByRole('heading', { name: '共同紀錄' }).waitFor();
    for (const each of words) expect([each, await page.getByText(each).count()]).toEqual([each, 0]);
  };
  const sees = async (page: Page, ...words: (string | RegExp)[]) => {
    await open(page);
    for (const each of words) await page.getByText(each).first().waitFor();
  };

  async function assign(page: Page, typed: string, lead: RegExp) {
    await open(page);
    await page.getByRole('combobox', { name: /^牽頭/ }).click();
    await page.keyboard.type(typed);
    await page.getByText(lead).last().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '儲存指派' }).click();
    await page.getByText('已儲存，只有己方看得見。').waitFor();
  }

  interface Said {
    status: string;
    text: string;
    difficulties?: string;
    request?: string;
  }
  /** The officer writes on the measure's page, and submits. */
  async function report(page: Page, { status, text, difficulties, request }: Said) {
    await open(page);
    await page.getByRole('radio', { name: status }).check();
    await page.getByRole('textbox', { name: /本期進展/ }).fill(text);
    if (difficulties !== undefined || request !== undefined) {
      await page.getByText('困難、請求和期間').click();
      await page.getByRole('textbox', { name: '困難' }).fill(difficulties ?? '');
      await page.getByRole('textbox', { name: /配合或答覆/ }).fill(request ?? '');
    }
    await page.getByText(/草稿已自動儲存/).waitFor();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByText(/已提交 .* 的匯報/).waitFor();
  }
  async function clear(page: Page) {
    await open(page);
    await page.getByRole('button', { name: '核准發布', exact: true }).click();
    await page.getByText('已發布，雙方可見。').waitFor();
  }

  it('assigns on both sides; each is unseen until it is shared', async () => {
    await assign(ours, '律政', /律政司/);
    await assign(theirs, '體育', /上海市體育局|上海市体育局/);
    await notThere(theirs, '律政司');
    await notThere(ours, '上海市體育局');
    for (const page of [ours, theirs]) {
      await page.getByRole('button', { name: '發布牽頭和協辦' }).click();
      await page.getByText('已發布，雙方可見。').waitFor();
    }
    await sees(theirs, '律政司');
    await sees(ours, '上海市體育局');
  });

  it('takes difficulties and a request through return and mending to clearing; the other side answers', async () => {
    const secret = '內部初稿尚未核對';
    const said = { difficulties: '場地租約未定。', request: '請提供可用場館名單。' };
    await report(officer, { status: '進度較預期慢', text: `${secret}。`, ...said });
    await notThere(theirs, secret, said.difficulties, said.request);

    await open(ours);
    await ours.getByRole('button', { name: '退回', exact: true }).click();
    await ours.getByLabel(/退回原因/).fill('請寫明日期。');
    await ours.getByRole('dialog').getByRole('button', { name: '退回' }).click();
    await ours.getByText('已退回。').waitFor();
    await notThere(theirs, secret, '請寫明日期。');
    await notThere(counterpart, secret, '請寫明日期。');
    await sees(officer, '請寫明日期。');
    await report(officer, { status: '進度較預期慢', text: '已於 11 月 10 日視察三處場地。' });
    await clear(ours);
    await sees(theirs, '已於 11 月 10 日視察三處場地。', /場地租約未定/, '請提供可用場館名單。');
    await notThere(theirs, secret, '請寫明日期。');

    // The officer's draft of an answer is Shanghai's alone until its coordinator clears it.
    await open(counterpart);
    await counterpart.getByLabel('己方答覆').fill('草擬：可用場館有兩處。');
    await counterpart.getByRole('button', { name: '儲存草稿' }).click();
    await counterpart.getByText('已儲存答覆草稿，只有己方看得見。').waitFor();
    await notThere(ours, '草擬：可用場館有兩處。');
    await open(theirs);
    await theirs.getByLabel('己方答覆').fill('可用場館有兩處，名單另送。');
    await theirs.getByRole('button', { name: '儲存草稿' }).click();
    await theirs.getByText('已儲存答覆草稿，只有己方看得見。').waitFor();
    await theirs.getByRole('button', { name: '核准答覆' }).click();
    await theirs.getByText('已答覆，雙方可見。').waitFor();
    await sees(ours, '可用場館有兩處，名單另送。');
    await notThere(ours, '草擬：可用場館有兩處。');
  });

  it('extends a date: proposed by one side, agreed by the other', async () => {
    await open(ours);
    await ours.getByRole('button', { name: /提議工作日期/ }).click();
    await ours.getByRole('dialog').getByRole('textbox', { name: '日期' }).fill('2026-12-24');
    await ours.keyboard.press('Enter');
    await ours.getByRole('dialog').getByLabel('理由').fill('配合場地檔期。');
    await ours.getByRole('button', { name: '提議此日期' }).click();
    await ours.getByText('已提議，待滬方答覆。').waitFor();
    expect(await ours.getByRole('button', { name: '同意此日期' }).count()).toBe(0);
    await open(theirs);
    await theirs.getByRole('button', { name: '同意此日期' }).click();
    await theirs.getByText('已同意，工作日期已更改。').waitFor();
    await sees(ours, /雙方議定工作日期 ?2026年12月24日/);
  });

  it('diverges, which both sides see, and is reconciled', async () => {
    await report(counterpart, { status: '已完成', text: '比賽已於 11 月 15 日舉行。' });
    const title = /兩方評估不一/;
    const { pathname } = new URL(measure);
    const listed = async (page: Page) => {
      await open(page, meeting);
      const section = page.getByRole('region', { name: title });
      await section.waitFor();
      return section.locator(`a[href$="${pathname}"]`).count();
    };
    expect(await listed(ours)).toBe(0);
    await clear(theirs);
    expect([await listed(ours), await listed(theirs)]).toEqual([1, 1]);
    await report(officer, { status: '已完成', text: '港方選手已完成全部賽事。' });
    await clear(ours);
    expect([await listed(ours), await listed(theirs)]).toEqual([0, 0]);
    await sees(theirs, '待確認', '港方選手已完成全部賽事。');
  });

  it('proposes completion, voids it by an update that changes the status, proposes again and confirms', async () => {
    const propose = async (page: Page, reason: string, sent: string) => {
      await open(page);
      await page.getByRole('button', { name: '提議本項已完成' }).click();
      await page.getByRole('dialog').getByLabel('理由').fill(reason);
      await page.getByRole('dialog').getByRole('button', { name: '提出' }).click();
      await page.getByText(sent).waitFor();
    };
    await propose(ours, '雙方賽事已辦妥。', '已提議，待滬方答覆。');
    await sees(theirs, '港方提議：本項已完成', '待滬方確認');

    await report(counterpart, { status: '持續推行', text: '明年續辦，改為每年一屆。' });
    await sees(ours, '港方提議：本項已完成');
    await clear(theirs);
    for (const page of [ours, theirs]) await sees(page, /有一方改變狀況，港方所提的完成失效/);
    expect(await theirs.getByRole('button', { name: '確認完成' }).count()).toBe(0);

    await propose(theirs, '首屆已完成，續辦另立新項。', '已提議，待港方答覆。');
    await open(ours);
    await ours.getByRole('button', { name: '確認完成' }).click();
    await ours.getByText('雙方已確認完成，本項結束。').waitFor();
    for (const page of [ours, theirs, officer, counterpart]) await sees(page, '雙方確認完成');
  });

  it('stands whole in the joint ledger; each side reads its own people beside it, and none of the other’s', async () => {
    const id = measure.split('/').at(-1);
    const log = `${url}/activity?measure=${id}`;
    for (const page of [ours, theirs]) {
      await open(page, log);
      for (const verb of [/提議完成|提議本項已完成/, /失效/, /答覆/])
        await page.getByText(verb).first().waitFor();
    }
    for (const name of ['沈佳宁', '草擬']) expect(await ours.getByText(name).count()).toBe(0);
    for (const name of ['梁靜宜', '李卓然', '請寫明日期'])
      expect(await theirs.getByText(name).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('has no fault that axe finds, with columns chosen, many selected and while a leave is set', async () => {
    const faults = async (page: Page, within: string) => {
      await page.locator(within).first().waitFor();
      await page.evaluate(axe);
      return page.evaluate(
        `axe.run('${within}').then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join(' ')))`,
      );
    };
    await open(ours);
    expect(await faults(ours, '.page')).toEqual([]);
    await open(ours, `${url}/measures?meeting=${meeting.split('/').at(-1)}`);
    await ours.getByRole('button', { name: '欄位' }).press('Enter');
    await ours.getByRole('checkbox', { name: '內部日期' }).press('Space');
    await ours.getByRole('checkbox', { name: '最近發布' }).press('Space');
    await ours.getByRole('columnheader', { name: '內部日期' }).waitFor();
    expect(await faults(ours, '.page')).toEqual([]);
    await ours.keyboard.press('Escape');
    expect(await ours.evaluate('document.activeElement.textContent')).toBe('欄位');
    await ours.reload();
    await ours.getByRole('columnheader', { name: '內部日期' }).waitFor();
    expect(await ours.getByRole('columnheader', { name: '最近發布' }).count()).toBe(0);
    const boxes = ours.locator('tbody input.ck');
    await boxes.nth(0).check();
    await boxes.nth(3).click({ modifiers: ['Shift'] });
    await ours.getByText('已選 4 項').waitFor();
    expect(await faults(ours, '.page')).toEqual([]);
    await ours.getByRole('button', { name: '設定內部日期' }).click();
    expect(await faults(ours, 'dialog')).toEqual([]);
    await ours.getByRole('dialog').getByRole('textbox', { name: '內部日期' }).fill('2026-12-01');
    await ours.keyboard.press('Enter');
    await ours.getByRole('dialog').getByRole('button', { name: '設定內部日期' }).click();
    await ours.getByText('4 項已完成。').first().waitFor();
    await open(officer, `${url}/leave`);
    await officer.getByRole('button', { name: '登記休假' }).waitFor();
    expect(await faults(officer, '.page')).toEqual([]);
  });
});
