import { ordinalWord } from './numbering';

it('says which meeting it is', () => {
  expect(ordinalWord(6, 'zh-Hant-HK')).toBe('六');
  expect(ordinalWord(12, 'zh-Hans-CN')).toBe('十二');
  expect(ordinalWord(6, 'en')).toBe('Sixth');
  expect([11, 12, 13, 21, 22, 23, 111].map((n) => ordinalWord(n, 'en'))).toEqual([
    ...['11th', '12th', '13th', '21st', '22nd', '23rd', '111th'],
  ]);
});
