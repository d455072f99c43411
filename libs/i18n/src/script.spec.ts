import { fold } from './fold.js';
import { chineseScript } from './script.js';

test.each([
  ['深化兩地金融合作', 'hant'],
  ['深化两地金融合作', 'hans'],
  ['推动共建实验室，「兩地」二字原文如此', 'hans'],
  ['金融', null],
  ['Green finance', null],
] as const)('%s is written in %s', (text, script) => {
  expect(chineseScript(text)).toBe(script);
});

test('a text that is folded is in the mainland’s script', () => {
  const text = '支持兩地院校於人才培養、課程互認及暑期實習方面擴大合作規模。';
  expect([chineseScript(text), chineseScript(fold(text))]).toEqual(['hant', 'hans']);
});
