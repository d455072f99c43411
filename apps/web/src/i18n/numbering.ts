import type { Language } from '#i18n/language';
import { chineseNumeral } from '#i18n/numbering';

/** 第一次會議 needs 一; English counts in words as far as headings do, then 13th. */
export function ordinalWord(value: number, language: Language): string {
  if (language !== 'en') return chineseNumeral(value);
  const words = [
    '',
    'First',
    'Second',
    'Third',
    'Fourth',
    'Fifth',
    'Sixth',
    'Seventh',
    'Eighth',
    'Ninth',
    'Tenth',
  ];
  const word = words[value];
  if (word !== undefined && word !== '') return word;
  const tail = value % 100 >= 11 && value % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${tail}`;
}
