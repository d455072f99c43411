import { toJson } from './json.js';
import { parseMemorandum } from './parse.js';
import { han, set, simplified } from './specimen.js';

test('the dry run prints the keys that scripts rely on', () => {
  const source = `${set(simplified, { area: (n) => `${han(n)}、`, measure: (n) => `${n}. ` })}\n图片`;
  const result = parseMemorandum(source);
  if (!result.ok) throw new Error('refused');
  const json = toJson(result.draft);
  expect(json.meeting).toMatchObject({
    mechanism: '辽港合作会议',
    ordinal: 2,
    date: '2024-09-05',
    place: '香港',
    sides: ['香港特别行政区政府', '辽宁省人民政府'],
    declared: { areas: 3, measures: 7, documents: null },
  });
  expect(json.areas.map(({ ordinal, title }) => [ordinal, title])).toEqual(
    simplified.areas.map(({ title }, i) => [i + 1, title]),
  );
  expect(Object.keys(json.areas[0]!.measures[0]!)).toEqual(['ordinal', 'text', 'range']);
  expect(json.signedDocuments).toMatchObject([
    { ordinal: 1, title: '辽港合作会议第二次会议合作备忘录', parties: json.meeting.sides },
  ]);
  expect(json.leftOut.map(({ reason }) => reason)).toEqual([
    'preamble',
    'closing',
    'signature_block',
    'annex_label',
    ...new Array<string>(10).fill('numbering'),
    'unrecognised',
  ]);
  const range = [source.length - 2, source.length];
  expect(json.warnings).toEqual([
    { code: 'text_left_out', message: 'Text that was not recognised was left out.', range },
  ]);
});
