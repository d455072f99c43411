import { besideAt } from './table-row.js';
import { dueIn } from './said-of.js';
import type { Draft } from '#contracts/draft';

const text = [
  '編號\t合作措施\t港方牽頭\t滬方牽頭\t期限\t進展',
  '1\t舉辦青年論壇\t民政及青年事務局\t上海市青年聯合會\t2026年底前\t籌備中',
  '2\t互設分行\t\t\t2026/3/31\t',
  '3\t交換數據\t\t\t另議\t',
].join('\n');
const table = {
  header: [],
  columns: ['number', 'measure', 'lead', 'lead', 'deadline', 'status'] as const,
};
const at = (words: string) => text.indexOf(words);
const draft = {
  table: { ...table, columns: [...table.columns] },
  meeting: { date: '2025-05-11' },
} as unknown as Draft;
const due = (words: string) =>
  dueIn(text, draft, {
    ...{ ordinal: 1, text: words, marker: null, range: [at(words), at(words) + words.length] },
  });

it('gives the cells beside a measure, those of each side where there are two', () => {
  expect(besideAt(text, draft.table!, at('青年論壇'))).toEqual({
    leads: ['民政及青年事務局', '上海市青年聯合會'],
    deadline: '2026年底前',
    status: '籌備中',
  });
  expect(besideAt(text, draft.table!, at('互設'))).toEqual({
    leads: [],
    deadline: '2026/3/31',
    status: null,
  });
});

it('takes the cell of deadlines for one, however it words it', () => {
  expect(due('舉辦青年論壇')).toEqual({ words: '2026年底前', kind: 'target' });
  expect(due('互設分行')).toEqual({ words: '2026/3/31', kind: 'fixed' });
  expect(due('交換數據')).toEqual({ words: '另議', kind: 'target' });
});
