import { areaNumber, chineseNumeral, measureNumber, ordinalWord } from './numbering';

describe('numbers of areas and measures', () => {
  it('counts as Chinese headings do', () => {
    expect([1, 9, 10, 11, 15, 20, 21, 99].map(chineseNumeral)).toEqual([
      '一',
      '九',
      '十',
      '十一',
      '十五',
      '二十',
      '二十一',
      '九十九',
    ]);
    expect(chineseNumeral(100)).toBe('100');
  });

  it('numbers a measure by its area and its place', () => {
    expect(measureNumber(11, 3, 'zh-Hant-HK')).toBe('十一.3');
    expect(measureNumber(11, 3, 'en')).toBe('11.3');
    expect(areaNumber(2, 'zh-Hans-CN')).toBe('二');
  });

  it('says which meeting it is', () => {
    expect(ordinalWord(6, 'zh-Hant-HK')).toBe('六');
    expect(ordinalWord(6, 'en')).toBe('Sixth');
    expect([11, 12, 13, 21, 22, 23, 111].map((n) => ordinalWord(n, 'en'))).toEqual([
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '23rd',
      '111th',
    ]);
  });
});
