import { shortTitle } from './short-title.js';

test.each([
  ['合辦教師培訓班。', '合辦教師培訓班'],
  ['鼓勵兩地企業建立夥伴關係，聯合開發沿線市場，繼續推動項目。', '鼓勵兩地企業建立夥伴關係'],
  ['此外，推動兩地銀行合作，並每年檢討。', '此外，推動兩地銀行合作'],
  ['通過“窄改寬”增加客機腹倉載貨量。', '通過“窄改寬”增加客機腹倉載貨量'],
  ['Support 5.2 GHz trials, yearly.', 'Support 5.2 GHz trials'],
  ['Promote green finance and the alignment of taxonomies.', 'Promote green finance'],
  ['推動兩地銀行。', '推動兩地銀行'],
  ['', ''],
])('%s is called %s', (text, title) => {
  expect(shortTitle(text)).toBe(title);
});

test.each([
  '鼓勵兩地相關單位和各類企業積極參與每年在香港舉行的“高峰論壇與投資說明會”並配對。',
  '支持兩地高等院校科研院所創新型企業以及各行業協會等共建國際科技合作的公共服務平台。',
  '“甲乙兩地青年創新創業示範基地和人才交流中心以及相關服務站點建設規劃”公布。',
  'Establish a joint funding scheme for research and development projects in the two places.',
])('%s is cut between words, and no quotation is left open', (text) => {
  const title = shortTitle(text);
  expect(text.startsWith(title)).toBe(true);
  expect([...title].length).toBeGreaterThanOrEqual(6);
  expect([...title].length).toBeLessThanOrEqual(24);
  expect(title).not.toMatch(/[，、的和及與並在等\s]$/);
  if (!text.startsWith('“')) expect(title.split('“').length).toBe(title.split('”').length);
});
