import { shortTitle } from './short-title.js';

test.each([
  ['合辦教師培訓班。', '合辦教師培訓班'],
  ['鼓勵兩地企業建立夥伴關係，聯合開發沿線市場，繼續推動項目。', '鼓勵兩地企業建立夥伴關係'],
  ['此外，推動兩地銀行合作，並每年檢討。', '此外，推動兩地銀行合作'],
  ['通過“窄改寬”增加客機腹倉載貨量。', '通過“窄改寬”增加客機腹倉載貨量'],
  ['Support 5.2 GHz trials, yearly.', 'Support 5.2 GHz trials'],
  ['Promote green finance and the alignment of taxonomies.', 'Promote green finance'],
  ['推動兩地銀行。', '推動兩地銀行'],
  ['在《東西安排》框架下，鼓勵兩地銀行互設分支，2032年底前完成。', '鼓勵兩地銀行互設分支'],
  ['為落實「遠航」倡議，雙方每年舉辦「東西洽談會」。', '雙方每年舉辦「東西洽談會」'],
  ['由東城青年事務局與西嶺青年聯合會合作，每年選派青年實習。', '每年選派青年實習'],
  ['以2032年運動會為契機，深化體育合作。', '深化體育合作'],
  ['自2032年1月1日起，兩地急症轉介恆常化。', '兩地急症轉介恆常化'],
  ['東城金融管理局與西嶺市人民銀行東嶺分行恆常交換監管資訊。', '恆常交換監管資訊'],
  [
    '支持兩地高等院校在建設中合作培養人工智能、生命科學等領域的人才。',
    '支持兩地高等院校在建設中合作培養人工智能',
  ],
  ['By 30 June 2032, to sign a memorandum on supply chain finance.', 'sign a memorandum'],
  ['To provide training for keepers at the zoo on a regular basis.', 'provide training'],
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
