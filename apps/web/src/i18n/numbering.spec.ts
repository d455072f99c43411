import { localNumber, ordinalWord } from './numbering';

describe('numbers as the reader writes them', () => {
  it('turns figures into the reader’s number', () => {
    expect(localNumber('11.3', 'zh-Hant-HK')).toBe('十一.3');
    expect(localNumber('11.3', 'en')).toBe('11.3');
  });

  it('says which meeting it is', () => {
    expect(ordinalWord(6, 'zh-Hant-HK')).toBe('六');
    expect(ordinalWord(6, 'en')).toBe('Sixth');
    expect([11, 12, 13, 21, 22, 23, 111].map((n) => ordinalWord(n, 'en'))).toEqual([
      ...['11th', '12th', '13th', '21st', '22nd', '23rd', '111th'],
    ]);
  });
});
