import { areaNumber, chineseNumeral, measureNumber } from './numbering.js';

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [47, '四十七'],
  [99, '九十九'],
  [100, '100'],
  [0, '0'],
])('counts %d as %s', (value, numeral) => {
  expect(chineseNumeral(value)).toBe(numeral);
});

it('numbers areas and measures as each language does', () => {
  expect(areaNumber(11, 'zh-Hans-CN')).toBe('十一');
  expect(areaNumber(11, 'en')).toBe('11');
  expect(measureNumber(9, 2, 'zh-Hant-HK')).toBe('九.2');
  expect(measureNumber(9, 2, 'en')).toBe('9.2');
});
