import { legible } from './legible.js';

const SPACED =
  '東 城 市 人 民 政 府 與 西 嶺 市 人 民 政 府 於 2031 年 3 月 2 日 在 東 城 舉 行 合 作 會 議 ， 支 持 兩 地 交 易 所 合 作 ， 並 每 年 檢 討 成 效 。';

test('a text that was recognised character by character loses the spaces between them', () => {
  const text = legible(`${SPACED}\n1 . 推 動 兩 地 合 作 。`);
  expect(text).toContain('東城市人民政府與西嶺市人民政府於 2031 年 3 月 2 日在東城舉行合作會議，');
  expect(text).toContain('推動兩地合作。');
});

test('a title set with spaces stands as it was set', () => {
  const text = '合 作 備 忘 錄\n東城市與西嶺市同意支持兩地交易所合作，並每年檢討成效。';
  expect(legible(text)).toBe(text);
});

test('signs that nobody sees are none', () => {
  expect(legible('co\u00adoperation\u200b 合\u2060作')).toBe('cooperation 合作');
});
