import { useDatabase } from '#testing/database';
import { complaints, openBrowser, signIn } from '#testing/people';
import { answering, type Program, runCommand, startProgram } from '#testing/programs';
import { describeWith } from '#testing/requires';
import { freePort } from '#platform/ports';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** Hong Kong breaks a long measure into what it will do; Shanghai reads what of it is shared, and nothing else. */
describeWith(['chromium'], 'a measure is broken into actions', () => {
  const database = useDatabase();
  const home = mkdtempSync(join(tmpdir(), 'luoshi-actions-'));
  const forum = '籌辦首屆論壇';
  const list = '擬定內部名單';
  const programme = '論壇程序表';
  const final = '論壇程序表（定稿）';
  let browser: Browser;
  let api: Program;
  let url: string;
  let measure: string;
  let sentences: number;
  let ours: Page; // Hong Kong's coordinator
  let officer: Page;
  let theirs: Page; // Shanghai's coordinator

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
    [ours, officer, theirs] = (await Promise.all(
      [/統籌 梁靜宜/, /聯絡員 李卓然/, /統籌 沈佳宁/].map((person) => signIn(browser, url, person)),
    )) as [Page, Page, Page];
    await longOne();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** The measure of several sentences on which nobody has planned anything yet. */
  async function longOne() {
    const read = async <T>(path: string) => (await (await ours.request.get(`${url}${path}`)).json()) as T;
    interface Items<Item> {
      items: Item[];
    }
    const { items } = await read<Items<{ id: string; name: { en: string } }>>('/api/mechanisms');
    const { id } = items.find(({ name }) => name.en.includes('Shanghai'))!;
    const register = await read<Items<{ id: string }>>(`/api/measures?mechanism=${id}&limit=200`);
    for (const each of register.items) {
      const offered = await read<Items<object>>(`/api/measures/${each.id}/suggested-actions`);
      const page = await read<{ own: { actions: object[] } }>(`/api/measures/${each.id}`);
      if (offered.items.length < 2 || page.own.actions.length > 0) continue;
      [measure, sentences] = [`${url}/measures/${each.id}`, offered.items.length];
      return;
    }
    throw new Error('no measure of several sentences is free');
  }

  const open = async (page: Page) => {
    await page.goto(measure);
    await page.getByRole('heading', { name: '共同紀錄' }).waitFor();
  };
  const actions = (page: Page) => page.getByRole('region', { name: '行動' });
  const dialog = (page: Page) => page.getByRole('dialog');
  const gone = (page: Page) => dialog(page).waitFor({ state: 'detached' });
  /** What stands nowhere on the measure's page of the other side. */
  const unseen = async (...words: string[]) => {
    await open(theirs);
    for (const each of words) expect([each, await theirs.getByText(each).count()]).toEqual([each, 0]);
  };
  const day = async (page: Page, name: string, date: string) => {
    await dialog(page).getByRole('textbox', { name }).fill(date);
    await page.keyboard.press('Enter');
  };

  it('is charged to an office, whose officer takes its sentences as actions', async () => {
    await open(ours);
    await ours.getByRole('combobox', { name: /^牽頭/ }).click();
    await ours.keyboard.type('律政');
    await ours
      .getByText(/律政司/)
      .last()
      .waitFor();
    await ours.keyboard.press('Enter');
    await ours.getByRole('button', { name: '儲存指派' }).click();
    await ours.getByText('已儲存，只有己方看得見。').waitFor();

    await open(officer);
    await actions(officer).getByRole('button', { name: '全部採用' }).click();
    await officer.getByText(`已加入 ${sentences} 項行動，只有己方看得見。`).waitFor();
    const taken = actions(officer).getByRole('button', { name: /^修改：/ });
    await taken.nth(sentences - 1).waitFor();
    expect(await taken.count()).toBe(sentences);
    expect(await actions(officer).getByText('未發布', { exact: true }).count()).toBe(sentences);
    await unseen('行動 1');
  });

  it('says of each what is to be done, by whom and by when, on our side alone', async () => {
    const edit = async (at: number, title: string, more: () => Promise<void>) => {
      await actions(officer)
        .getByRole('button', { name: /^修改：/ })
        .nth(at)
        .click();
      await dialog(officer)
        .getByRole('textbox', { name: /要做什麼/ })
        .fill(title);
      await more();
      await dialog(officer).getByRole('button', { name: '儲存', exact: true }).click();
      await gone(officer);
      await actions(officer)
        .getByRole('button', { name: `修改：${title}`, exact: true })
        .waitFor();
    };
    await edit(0, forum, async () => {
      await dialog(officer)
        .getByRole('combobox', { name: /負責單位/ })
        .click();
      await officer.keyboard.type('律政');
      await dialog(officer)
        .getByText(/律政司/)
        .last()
        .waitFor();
      await officer.keyboard.press('Enter');
      await day(officer, '內部日期', '2026-12-20');
      await day(officer, '完成日期', '2026-11-10');
    });
    await edit(1, list, () => Promise.resolve());
    await actions(officer).getByText('2026年11月10日 完成').waitFor();
    await actions(officer).getByText('內部日期 2026年12月20日').waitFor();
    await unseen(forum, list, '2026年12月20日', '2026年11月10日');
  });

  it('is shown by evidence, which stands at the measure at once', async () => {
    const first = actions(officer).getByRole('listitem').first();
    await first.getByText('佐證材料（0）').click();
    await first.getByRole('button', { name: '加入連結' }).click();
    await dialog(officer).getByRole('textbox', { name: '網址' }).fill('https://example.org/forum');
    await dialog(officer).getByRole('textbox', { name: '標題' }).fill(programme);
    await dialog(officer).getByRole('button', { name: '加入', exact: true }).click();
    await first.getByText('佐證材料（1）').waitFor();
    await officer
      .getByRole('region', { name: '己方的佐證材料' })
      .getByRole('link', { name: programme })
      .waitFor();
    await unseen(programme);
  });

  it('is read by the other side where it was shared, and nowhere else', async () => {
    await open(ours);
    await actions(ours)
      .getByRole('button', { name: `發布：${forum}`, exact: true })
      .click();
    await dialog(ours)
      .getByText(/滬方和觀察員/)
      .waitFor();
    await dialog(ours).getByRole('button', { name: '發布', exact: true }).click();
    await ours.getByText('已發布，雙方可見。').waitFor();
    await open(theirs);
    await theirs.getByText('行動 1', { exact: true }).waitFor();
    for (const said of [forum, '2026年11月10日 完成', '律政司'])
      await theirs.getByText(said).first().waitFor();
    await unseen('行動 2', list, programme, '2026年12月20日');
  });

  it('discloses its evidence as it was read: whoever was overtaken sees both titles and decides again', async () => {
    const disclose = (title: string) =>
      ours.getByRole('button', { name: `向對方公開 ${title}`, exact: true });
    await open(ours);
    await disclose(programme).click();
    await officer.getByRole('button', { name: `修改資料：${programme}` }).click();
    await dialog(officer).getByRole('textbox', { name: '標題' }).fill(final);
    await dialog(officer).getByRole('button', { name: '儲存' }).click();
    await gone(officer);

    const send = dialog(ours).getByRole('button', { name: '公開', exact: true });
    await send.click();
    const both = dialog(ours).getByRole('alert');
    await both.getByText(programme, { exact: true }).waitFor();
    await both.getByText(final, { exact: true }).waitFor();
    expect(await send.isDisabled()).toBe(true);
    await unseen(programme);
    await both.getByRole('button', { name: '按現時的版本繼續' }).click();
    await send.click();
    await ours.getByText('已公開，雙方可見。').waitFor();
    await open(theirs);
    await theirs.getByRole('link', { name: final }).first().waitFor();
    expect(await theirs.getByText(programme, { exact: true }).count()).toBe(0);
  });

  it('changes on our side first, and is read no more once it is withdrawn', async () => {
    const later = '論壇改於年底舉行';
    await actions(officer)
      .getByRole('button', { name: `修改：${forum}`, exact: true })
      .click();
    await dialog(officer)
      .getByRole('textbox', { name: /要做什麼/ })
      .fill(later);
    await dialog(officer).getByRole('button', { name: '儲存', exact: true }).click();
    await gone(officer);
    await actions(officer).getByText('有未發布的修改').waitFor();
    await unseen(later);
    await theirs.getByText(forum).first().waitFor();

    await open(ours);
    await actions(ours)
      .getByRole('button', { name: `收回：${later}`, exact: true })
      .click();
    await dialog(ours).getByRole('button', { name: '收回', exact: true }).click();
    await ours.getByText('已收回，只有己方看得見。').waitFor();
    await unseen('行動 1', forum, later);
    expect(complaints).toEqual([]);
  });
});
