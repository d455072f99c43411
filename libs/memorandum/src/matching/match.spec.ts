import fc from 'fast-check';
import { matchPieces, matchTitles, oneToOne, type Pair, type Piece } from './match.js';

const words = [
  ...[
    '青年',
    '交流',
    '銀行',
    '債券',
    '物流',
    '航空',
    '教育',
    '培訓',
    '律師',
    '仲裁',
    '醫院',
    '中醫',
    '旅遊',
    '展覽',
  ],
  ...[
    '科技',
    '研發',
    '園區',
    '論壇',
    '住房',
    '環境',
    '碼頭',
    '鐵路',
    '電影',
    '體育',
    '保險',
    '基金',
    '學校',
    '獎學',
  ],
];
/** The same words as the mainland writes them. */
const simplified: Record<string, string> = {
  ...{ 銀: '银', 債: '债', 學: '学', 訓: '训', 醫: '医', 遊: '游', 覽: '览', 園: '园', 論: '论', 環: '环' },
  ...{
    碼: '码',
    頭: '头',
    鐵: '铁',
    電: '电',
    體: '体',
    險: '险',
    師: '师',
    壇: '坛',
    發: '发',
    區: '区',
    獎: '奖',
    舉: '举',
    辦: '办',
  },
};
const convert = (text: string) => [...text].map((each) => simplified[each] ?? each).join('');

const area = { ordinal: 1, title: '合作' };
const piece = (text: string, ordinal: number, of = area): Piece => ({ area: of, ordinal, text });
/** Texts of which each has words of its own, among words that many have. */
const pieces = fc
  .uniqueArray(fc.uniqueArray(fc.constantFrom(...words), { minLength: 3, maxLength: 9 }), {
    minLength: 1,
    maxLength: 12,
    selector: (each) => [...each].sort().join(),
  })
  .map((texts) =>
    texts.map((each, at) =>
      piece(`舉辦${each.join('')}。`, (at % 4) + 1, { ordinal: Math.floor(at / 4) + 1, title: each[0]! }),
    ),
  );
const twoLists = fc.tuple(pieces, pieces);

const told = (pairs: Pair[]) =>
  pairs.map(({ left, right, confidence }) => [left, right, confidence].join()).sort();

describe('matching', () => {
  it('finds each text in itself', () => {
    fc.assert(
      fc.property(pieces, (list) => {
        const pairs = matchPieces(list, list);
        expect(told(pairs.filter(({ left, right }) => left === right))).toEqual(
          list.map((_, at) => `${at},${at},1`).sort(),
        );
        expect(pairs).toHaveLength(list.length);
      }),
    );
  });

  it('is the same in either direction', () => {
    fc.assert(
      fc.property(twoLists, ([left, right]) => {
        const back = matchPieces(right, left).map((pair) => ({
          ...pair,
          left: pair.right,
          right: pair.left,
        }));
        expect(told(matchPieces(left, right))).toEqual(told(back));
      }),
    );
  });

  it('is the same in whatever order the pieces are given', () => {
    fc.assert(
      fc.property(twoLists, fc.nat(), ([left, right], turn) => {
        const order = right
          .map((_, at) => at)
          .sort((one, other) => ((one * 7 + turn) % 13) - ((other * 7 + turn) % 13));
        const shuffled = matchPieces(
          left,
          order.map((at) => right[at]!),
        );
        const back = shuffled.map((pair) => ({ ...pair, right: order[pair.right]! }));
        expect(told(back)).toEqual(told(matchPieces(left, right)));
      }),
    );
  });

  it('is the same for the twin in the other script', () => {
    fc.assert(
      fc.property(twoLists, ([left, right]) => {
        const twin = right.map((each) => ({
          ...each,
          text: convert(each.text),
          area: { ...each.area, title: convert(each.area.title) },
        }));
        expect(told(matchPieces(left, twin))).toEqual(told(matchPieces(left, right)));
      }),
    );
  });

  it('gives every piece of one side at most one like of its own, and parts only to one', () => {
    fc.assert(
      fc.property(twoLists, ([left, right]) => {
        const pairs = matchPieces(left, right);
        for (const { left: l, right: r } of pairs) {
          const ofLeft = pairs.filter((pair) => pair.left === l).length;
          const ofRight = pairs.filter((pair) => pair.right === r).length;
          expect(Math.min(ofLeft, ofRight)).toBe(1);
        }
        expect(oneToOne(pairs).length).toBe(new Set(oneToOne(pairs).map(({ left: l }) => l)).size);
      }),
    );
  });

  it('knows words that the two scripts say differently', () => {
    const [pair] = matchPieces(
      [piece('支援兩地資訊共用，強化醫療衛生專案。', 1)],
      [piece('支持两地信息共享，加强医疗卫生项目。', 1), piece('支持两地青年交流。', 2)],
    );
    expect(pair).toMatchObject({ left: 0, right: 0, confidence: 1, by: 'words' });
    expect(pair!.words).toEqual(['支援兩地資訊共用，強化醫療衛生專案']);
  });

  it('keeps the parts of a measure that another text breaks up, and says which is the first', () => {
    const whole = piece('支持兩地銀行互設分行。舉辦青年龍舟比賽。', 1);
    const parts = [
      piece('舉辦青年龍舟比賽。', 2),
      piece('支持兩地銀行互設分行。', 1),
      piece('建立郵輪碼頭聯盟。', 3),
    ];
    const pairs = matchPieces([whole], parts);
    expect(pairs.map(({ right }) => right).sort()).toEqual([0, 1]);
    expect(oneToOne(pairs)).toHaveLength(1);
  });

  it('lets the area decide between texts that are alike', () => {
    const [youth, law] = [
      { ordinal: 1, title: '青年發展' },
      { ordinal: 2, title: '法律' },
    ];
    const left = [piece('每年舉辦論壇。', 1, law)];
    const right = [piece('每年舉辦論壇。', 1, youth), piece('每年舉辦論壇。', 1, law)];
    expect(matchPieces(left, right).map((pair) => pair.right)[0]).toBe(1);
  });

  it('puts another language beside it by place, and is less sure where the counts differ', () => {
    const chinese = [piece('支持兩地銀行互設分行。', 1), piece('舉辦青年論壇。', 2)];
    const english = [
      piece('Support banks of both places in setting up branches.', 1),
      piece('Hold a youth forum.', 2),
    ];
    expect(told(matchPieces(chinese, english))).toEqual(['0,0,0.8', '1,1,0.8']);
    expect(told(matchPieces(chinese, [english[0]!]))).toEqual(['0,0,0.4']);
    expect(matchPieces(chinese, english)[0]).toMatchObject({ by: 'place', words: [] });
    expect(matchPieces(english, [piece('Holding of youth forums.', 1)]).map((pair) => pair.left)).toEqual([
      1,
    ]);
  });

  it('finds nothing where there is nothing', () => {
    expect(matchPieces([], [piece('支持', 1)])).toEqual([]);
    expect(matchPieces([piece('！', 1)], [piece('？', 1)])).toEqual([]);
    expect(matchTitles(['金融'], ['教育'])).toEqual([]);
  });

  it.each([
    [
      'of their own',
      (at: number) => `${words.map((_, i) => words[(at * (i + 3) + i * i) % words.length]).join('')}${at}`,
    ],
    ['all the same', () => words.join('')],
  ])('goes through a thousand texts on either side, %s', (_, text) => {
    const list = Array.from({ length: 1_000 }, (__, at) => piece(text(at), at + 1));
    expect(matchPieces(list, list).length).toBeGreaterThanOrEqual(1_000);
  });
});
