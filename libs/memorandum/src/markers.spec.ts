import { type NumberStyle, readMarker } from './markers.js';
import { readNumber } from './numerals.js';

test.each<[string, NumberStyle, number]>([
  ['一、金融', 'han', 1],
  ['二十三、 教育', 'han', 23],
  ['十．物流', 'han', 10],
  ['（一）鼓勵', 'han_bracketed', 1],
  ['( 十二 ) 鼓勵', 'han_bracketed', 12],
  ['第三條 鼓勵', 'article', 3],
  ['第三條：鼓勵', 'article', 3],
  ['第三條金融', 'article', 3],
  ['第四部分 金融', 'part', 4],
  ['第四章 金融', 'chapter', 4],
  ['二是鼓勵兩地', 'clause', 2],
  ['第五章：金融', 'chapter', 5],
  ['第六節', 'section', 6],
  ['B. 金融', 'letter', 2],
  ['1. 鼓勵', 'figure', 1],
  ['1.鼓勵', 'figure', 1],
  ['12．鼓勵', 'figure', 12],
  ['３、鼓勵', 'figure', 3],
  ['4.', 'figure', 4],
  ['3.12 鼓勵', 'decimal', 12],
  ['(5) 鼓勵', 'figure_bracketed', 5],
  ['（６）鼓勵', 'figure_bracketed', 6],
  ['7）鼓勵', 'figure_bracketed', 7],
  ['①鼓勵', 'circled', 1],
  ['⑳ 鼓勵', 'circled', 20],
  ['㉑鼓勵', 'circled', 21],
  ['㊿鼓勵', 'circled', 50],
  ['IV. Finance', 'roman', 4],
  ['Ⅲ、金融', 'roman', 3],
])('%s begins with a number', (text, style, value) => {
  expect(readMarker(text)).toMatchObject({ style, value });
});

test.each([
  '2.5億元',
  '1、2月',
  '3.1.2',
  '一帶一路',
  '第三條款',
  '第三條所述',
  '第一、第二',
  '2025年',
  '1234. 年',
  '(雙方)',
  'I am',
  '零、',
  '鼓勵',
  '',
])('%j begins with none', (text) => {
  expect(readMarker(text)).toBeNull();
});

test('a marker takes the white space after it', () => {
  expect(readMarker('1. \u3000鼓勵')?.length).toBe(4);
});

test.each<[string, number | null]>([
  ['一', 1],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['四十七', 47],
  ['一百零三', 103],
  ['一百二十', 120],
  ['二〇二五', 2025],
  ['二○二五', 2025],
  ['二零二五', 2025],
  ['兩', 2],
  ['47', 47],
  ['４７', 47],
  ['', null],
  ['甲', null],
  ['一二三四五', null],
  ['十甲', null],
])('%j is the number %j', (written, value) => {
  expect(readNumber(written)).toBe(value);
});
