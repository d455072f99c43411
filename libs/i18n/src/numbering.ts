import type { Language } from './language.js';

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as headings count: 一, 十, 十一, 二十三. Beyond it, plain figures. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`;
  return `${ten}${digits[value % 10]}`;
}

/** 一 in Chinese, 1 in English. */
export function areaNumber(area: number, language: Language): string {
  return language === 'en' ? String(area) : chineseNumeral(area);
}

/** 一.1 in Chinese, 1.1 in English. */
export function measureNumber(area: number, ordinal: number, language: Language): string {
  return `${areaNumber(area, language)}.${ordinal}`;
}
