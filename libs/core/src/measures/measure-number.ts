import type { Language } from '#i18n/language';
import { chineseNumeral } from '#i18n/numerals';

/** 一.2, in English 1.2: the key by which both sides speak of a measure. */
export function measureNumber(areaOrdinal: number, ordinal: number, language: Language): string {
  return `${language === 'en' ? areaOrdinal : chineseNumeral(areaOrdinal)}.${ordinal}`;
}
