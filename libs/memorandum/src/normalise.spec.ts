import { gapsIn, readRange, unspaced } from '#contracts/reading';
import { normalise } from './normalise.js';

test.each([
  ['工\n業', '工業'],
  ['工 \r\n\r\n 業', '工業'],
  ['“兩點” \n“兩高”', '“兩點”“兩高”'],
  ['會議\n(會晤)', '會議(會晤)'],
  ['交流,\n並', '交流,並'],
  ['利用\n5G 網路', '利用5G 網路'],
  ['於 2023 年 5\n月 11 日', '於 2023 年 5月 11 日'],
  ['局”） 建立', '局”） 建立'],
  ['在港人 “一站式”  諮詢', '在港人 “一站式” 諮詢'],
  ['a\u00a0\u3000b', 'a b'],
  ['Smart\nCampus', 'Smart Campus'],
  ['the “Act”\nprovides', 'the “Act” provides'],
  ['the plan (2025)\nand', 'the plan (2025) and'],
  ['cross-\nsectoral', 'cross-sectoral'],
  ['and/\nor', 'and/or'],
  ['before –\nafter', 'before – after'],
  ['第一頁\f第二頁', '第一頁第二頁'],
  ['  兩端  \n', '兩端'],
  ['', ''],
])('%j is read as %j', (raw, text) => {
  expect(normalise(raw)).toBe(text);
});

test('what lies in a gap is passed over like a line break', () => {
  const source = '雙方合\n- 3 -\n作，with an\nannex 3 and more';
  const gap = (words: string): [number, number] => [
    source.indexOf(words),
    source.indexOf(words) + words.length,
  ];
  const gaps = [gap('- 3 -'), gap('annex 3')];
  expect(readRange(source, [0, source.length], gaps).text).toBe('雙方合作，with an and more');
  expect(gapsIn(gaps, [5, 21])).toEqual([gap('annex 3')]);
  expect(gapsIn(gaps, [0, source.length])).toEqual(gaps);
});

test.each([
  ['備 忘 錄', '備忘錄'],
  ['合作 備忘錄', '合作 備忘錄'],
  ['備忘錄', '備忘錄'],
])('the title %s is %s', (spaced, title) => {
  expect(unspaced(spaced)).toBe(title);
});
