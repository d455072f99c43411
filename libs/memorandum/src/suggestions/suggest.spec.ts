import fc from 'fast-check';
import { confidenceOf, suggest, type Surroundings } from './suggest.js';
import { type KnownOrganisation, OrganisationNames } from './organisations.js';

const bureau = (
  id: string,
  partyId: string,
  partyNames: string[],
  ...names: string[]
): KnownOrganisation => ({
  ...{ id, partyId, partyNames, names },
});
const organisations = new OrganisationNames([
  bureau('trade', 'hk', ['香港', '港'], '香港貿易發展局', '香港贸易发展局', '貿發局', 'HKTDC'),
  bureau('development', 'hk', ['香港', '港'], '發展局', 'Development Bureau', 'DEVB'),
  bureau('education', 'hk', ['香港', '港'], '教育局', 'Education Bureau', 'EDB'),
  bureau('schools', 'north', ['北嶺', '嶺'], '教育局', '北嶺市教育局'),
  bureau('housing', 'hk', ['香港', '港'], '房屋局', 'HB'),
]);
const surroundings: Surroundings = { heading: '合作', heldOn: '2024-03-01', organisations };
const of = (text: string, heading = '合作') => suggest(text, { ...surroundings, heading });

describe('what a text says of a deadline', () => {
  it.each([
    ['雙方於2025年6月30日前完成試點。', 'fixed', '2025年6月30日前'],
    ['不遲於 2026 年 3 月 1 日簽署安排。', 'fixed', '不遲於 2026 年 3 月 1 日'],
    ['力爭2025年底前建成平台。', 'target', '力爭2025年底前'],
    ['争取明年上半年开通航线。', 'target', '争取明年上半年'],
    ['年內設立辦事處。', 'target', '年內'],
    ['三年內培訓五百名教師。', 'target', '三年內'],
    ['每年舉辦一次論壇。', 'recurring', '每年'],
    ['两地定期举办会商。', 'recurring', '定期'],
    ['建立常態化溝通機制。', 'recurring', '常態化'],
    ['適時共同舉辦推廣活動。', 'none', '適時'],
    ['Complete the study by 30 June 2026.', 'fixed', 'by 30 June 2026'],
    ['The two sides will open the hub by the end of 2025.', 'target', 'by the end of 2025'],
    ['Hold the forum annually.', 'recurring', 'annually'],
    ['Launch the scheme as soon as possible.', 'none', 'as soon as possible'],
  ])('%s', (text, kind, words) => {
    expect(of(text).due).toMatchObject({ kind, words });
  });

  it.each([
    ['落實2023年簽署的安排。', 'a document of the past'],
    ['支持2025年世界運動會的籌辦。', 'an event by its year'],
    ['支持香港青年內地交流計劃。', '年內 across two words'],
    ['按照《2035年遠景目標》推進合作。', 'the title of a plan'],
    ['自2024年起擴大試點。', 'a beginning'],
    ['Build on the agreement of 2019.', 'an agreement of the past'],
    ['加強兩地交流。', 'nothing'],
  ])('finds none in %s (%s)', (text) => {
    expect(of(text).due).toBeNull();
  });

  it('takes the surest of several', () => {
    expect(of('加快推進，每年檢討，於2025年底前完成。').due).toMatchObject({ kind: 'target' });
  });
});

describe('once, again, or without an end', () => {
  it.each([
    ['簽署合作備忘錄，加強交流。', 'one_off', '簽署'],
    ['每年輪流舉辦論壇，加強交流。', 'recurring', '每年'],
    ['持續推進人員往來，並設立窗口。', 'open_ended', '持續'],
    ['Set up a joint laboratory.', 'one_off', 'Set up'],
    ['Hold meetings every two years.', 'recurring', 'every two years'],
  ])('%s', (text, value, words) => {
    expect(of(text).term).toMatchObject({ value, words: { words } });
  });
  it('without any such word, none is claimed', () => {
    expect(of('兩地航班。').term).toEqual({ value: 'open_ended', words: null });
  });
});

describe('the verb', () => {
  it.each([
    ['鼓勵企業落戶。', 'encourage', '鼓勵'],
    ['繼續積極支援青年創業。', 'support', '支援'],
    ['把握城市建設機遇，鼓勵參與。', 'encourage', '鼓勵'],
    ['双方共同探索数据跨境流动。', 'explore', '探索'],
    ['Continue to strengthen cooperation.', 'carry_out', 'Continue'],
    ['The two sides will strengthen cooperation.', 'deepen', 'strengthen'],
  ])('%s', (text, value, words) => {
    expect(of(text).verb).toMatchObject({ value, words });
  });
});

describe('the theme', () => {
  it('comes from the heading, whatever the measure says', () => {
    expect(of('培訓律師。', '醫療衞生').theme).toEqual({ value: 'health', words: null });
  });
  it('else from the measure, with its words', () => {
    expect(of('加強兩地律師往來。', '其他').theme).toMatchObject({ value: 'law', words: { words: '律師' } });
    expect(of('無。', '其他').theme).toBeNull();
  });
});

describe('organisations named in a text', () => {
  const ids = (text: string) =>
    of(text).organisations.map(({ candidates }) => candidates.map(({ id }) => id));

  it('are known by any name, in either script, the longest first', () => {
    expect(ids('由香港贸易发展局与发展局跟进，貿發局統籌。')).toEqual([['trade'], ['development']]);
    expect(of('請 香港貿易 發展局 跟進').organisations).toMatchObject([{ words: '香港貿易 發展局' }]);
  });
  it('two offices of one name are told apart by the government before it, or are both possible', () => {
    expect(ids('由北嶺教育局負責')).toEqual([['schools']]);
    expect(ids('由香港特別行政區政府教育局負責')).toEqual([['education']]);
    expect(ids('由教育局負責')).toEqual([['education', 'schools']]);
  });
  it('Latin names stand as words, and short ones in their own capitals', () => {
    expect(ids('The development bureau and HKTDC; HB.')).toEqual([['development'], ['trade'], ['housing']]);
    expect(ids('hb, EDBS, redevb')).toEqual([]);
  });
});

describe('the actions of a measure', () => {
  const words = (text: string) => of(text).actions.map((action) => action.words);
  it('are its sentences, where it has several', () => {
    expect(words('鼓勵兩地企業參展；支持青年到訪交流。推動學校結為姊妹（例如“甲校。”）。')).toEqual([
      '鼓勵兩地企業參展；',
      '支持青年到訪交流。',
      '推動學校結為姊妹（例如“甲校。”）。',
    ]);
    expect(
      words('Open the hub, e.g. in No. 5. The U.S. side hosts it. Publish 5.2 million records.'),
    ).toEqual(['Open the hub, e.g. in No. 5.', 'The U.S. side hosts it.', 'Publish 5.2 million records.']);
  });
  it('are none of one sentence, and no fragment is one', () => {
    expect(words('鼓勵兩地企業參展。')).toEqual([]);
    expect(words('鼓勵兩地企業參展。等等。')).toEqual([]);
  });
});

describe('the actions of a measure', () => {
  const words = (text: string) => of(text).actions.map((action) => action.words);
  it('are its sentences, where it has several', () => {
    expect(words('鼓勵兩地企業參展；支持青年到訪交流。推動學校結為姊妹（例如“甲校”）。')).toEqual([
      '鼓勵兩地企業參展；',
      '支持青年到訪交流。',
      '推動學校結為姊妹（例如“甲校”）。',
    ]);
    expect(
      words('Open the hub, e.g. in No. 5. The U.S. side hosts it. Publish 5.2 million records.'),
    ).toEqual(['Open the hub, e.g. in No. 5.', 'The U.S. side hosts it.', 'Publish 5.2 million records.']);
  });
  it('are none of one sentence, and no fragment is one', () => {
    expect(words('鼓勵兩地企業參展。')).toEqual([]);
    expect(words('鼓勵兩地企業參展。等等。')).toEqual([]);
  });
});

it('is the same in either script', () => {
  const pairs = [
    ['加強與發展局的合作，於2025年底前舉辦論壇。', '加强与发展局的合作，于2025年底前举办论坛。'],
    ['繼續推動兩地律師交流，適時開展培訓。', '继续推动两地律师交流，适时开展培训。'],
  ] as const;
  const bones = (text: string) => {
    const { due, term, theme, verb, organisations: named } = of(text);
    return {
      kind: due?.kind,
      term: term.value,
      theme: theme?.value,
      verb: verb?.value,
      named: named.map((n) => n.range),
    };
  };
  for (const [hant, hans] of pairs) expect(bones(hant)).toEqual(bones(hans));
});

it('words are always those of their range', () => {
  const pieces = [
    '每年',
    '2025年底前',
    '香港',
    '教育局',
    ' ',
    '\u3000',
    '，',
    'Education Bureau',
    '鼓勵',
    '𠮷',
    '5G',
    'by 2030',
    '。',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 3 }))),
      (parts) => {
        const text = parts.join('');
        const { due, term, theme, verb, organisations: named, title, actions } = of(text, '');
        for (const found of [due, term.words, theme?.words, verb, ...named, ...actions]) {
          if (found) expect(text.slice(...found.range)).toBe(found.words);
          if (found) expect(found.words).not.toBe('');
        }
        expect([...title].length).toBeLessThanOrEqual(24);
      },
    ),
  );
});

it('says how surely a piece is a measure', () => {
  const sure = (text: string, marker: [number, number] | null) => confidenceOf({ text, marker }, of(text));
  expect(sure('鼓勵兩地企業建立夥伴關係。', [0, 2])).toBe('high');
  expect(sure('鼓勵兩地企業建立夥伴關係。', null)).toBe('high');
  expect(sure('鼓勵兩地。'.repeat(200), null)).toBe('medium');
  expect(sure('兩地航線、港口、園區及其周邊。', [0, 2])).toBe('medium');
  expect(sure('兩地航線、港口、園區及其周邊。', null)).toBe('low');
  expect(sure('相關', [0, 2])).toBe('low');
});
