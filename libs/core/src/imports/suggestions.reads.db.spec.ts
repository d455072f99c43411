import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { ImportsReads } from './imports.reads.js';
import { ImportsService } from './imports.service.js';
import { SuggestionsReads } from './suggestions.reads.js';

describe('what a draft suggests', () => {
  const database = useDatabase();
  const core = useCore(database);
  let builder: Builder;
  let world: Awaited<ReturnType<typeof buildTwoSides>>;
  beforeAll(async () => {
    builder = await Builder.open(database);
    world = await buildTwoSides(builder);
  });
  afterAll(() => builder.close());

  it('names the offices of both sides by their names, with the words they stand in; its own side’s only', async () => {
    const { left, right } = world;
    const names = [left.bureau, right.bureau].map(({ name }) => name.hant);
    const text = [
      '甲乙合作會議第九次會議備忘錄',
      '甲省人民政府與乙市政府於2030年5月11日在乙市舉行甲乙合作會議第九次會議。',
      '一、文化',
      `1. 鼓勵${names[0]}與${names[1]}於2031年底前成立聯合工作室。`,
      '2. 支持兩地藝團每年互訪演出。',
      '二、教育',
      '1. 推動兩地學校締結姊妹學校。',
    ].join('\n');
    const id = await core.app.get(ImportsService).parse(left.coordinator, 'a.txt', Buffer.from(text));
    const { items } = await core.app.get(SuggestionsReads).of(left.coordinator, id);
    expect(items).toHaveLength(3);
    expect(items[0]).toMatchObject({
      confidence: 'high',
      due: { kind: 'target', words: '2031年底前' },
      theme: { value: 'culture', words: null },
      verb: { value: 'encourage', words: '鼓勵' },
      organisations: [
        { words: names[0], candidates: [{ id: left.bureau.id, partyId: left.party.id }] },
        { words: names[1], candidates: [{ id: right.bureau.id, partyId: right.party.id }] },
      ],
    });
    expect(items[1]).toMatchObject({
      due: { kind: 'recurring', words: '每年' },
      term: { value: 'recurring' },
    });
    expect(items[2]).toMatchObject({ due: null, theme: { value: 'education' }, organisations: [] });

    const { range } = (await core.app.get(ImportsReads).one(left.coordinator, id)).draft.areas[1]!;
    const ofArea = (area: number) => core.app.get(SuggestionsReads).of(left.coordinator, id, area);
    expect(await ofArea(range[0])).toEqual({ items: [items[2]] });
    expect(await ofArea(range[0] + 1)).toEqual({ items: [] });

    const table = [
      '措施\t牽頭單位\t期限\t進展',
      `舉辦青年論壇，加強兩地交流\t${names[0]}、商會\t2031年底前\t籌備中`,
    ];
    const rows = await core.app
      .get(ImportsService)
      .parse(left.coordinator, 'a.txt', Buffer.from([...text.split('\n').slice(0, 2), ...table].join('\n')));
    const [row] = (await core.app.get(SuggestionsReads).of(left.coordinator, rows)).items;
    expect(row).toMatchObject({
      due: { words: '2031年底前', kind: 'target' },
      leads: [{ words: `${names[0]}、商會`, candidates: [{ id: left.bureau.id }] }],
      status: '籌備中',
    });

    const theirs = core.app.get(SuggestionsReads).of(right.coordinator, id);
    await expect(theirs).rejects.toMatchObject({ code: 'not_found' });
  });
});
