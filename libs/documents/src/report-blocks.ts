import { lights } from '#contracts/status';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import { BorderStyle, type Paragraph, TabStopType } from 'docx';
import type { ProgressReportData, ReportMeasure, ReportSide } from './report-data.js';
import type { ReportWords } from './report-words.js';
import {
  type Block,
  colours,
  lightWords,
  privateGround,
  sizes,
  table,
  textWidth,
  type Words,
  type Writer,
} from './word-parts.js';

/** What every part of the report is made from. */
export interface Report {
  data: ProgressReportData;
  words: ReportWords;
  writer: Writer;
  /** The one side that may read it; null for the joint report. */
  reader: ReportSide | null;
}

/** On every page: which meeting, and who may read it. */
export function headerLines({ data, words: { t, side }, writer, reader }: Report): Paragraph[] {
  const quiet = { size: sizes.small, colour: colours.quiet };
  const running = writer.paragraph(
    [
      { ...quiet, text: data.meeting.title, script: data.meeting.script },
      { ...quiet, text: ` · ${t('report.kind')}` },
      ...(reader ? [] : [writer.tab(), { ...quiet, text: t('report.joint') }]),
    ],
    { tabStops: [{ type: TabStopType.RIGHT, position: textWidth }] },
  );
  if (!reader) return [running];
  const mark = t('report.private', { side: side(reader) });
  return [
    writer.paragraph([{ text: mark, size: sizes.body, bold: true, colour: colours.private }], {
      shading: privateGround,
      border: { left: { style: BorderStyle.SINGLE, size: 36, space: 6, color: colours.private } },
      spacing: { before: 0, after: 60 },
    }),
    running,
  ];
}

export function footerLine({ data, words: { t, date }, writer }: Report): Paragraph {
  const quiet = { size: sizes.small, colour: colours.quiet };
  return writer.paragraph(
    [
      { ...quiet, text: `${t('report.generatedOn')}${t('report.colon')}${date(data.generatedOn)}` },
      writer.tab(),
      { ...quiet, text: t('report.page') },
      writer.pageNumber('current'),
      { ...quiet, text: t('report.pageOf') },
      writer.pageNumber('total'),
      { ...quiet, text: t('report.pageEnd') },
    ],
    { tabStops: [{ type: TabStopType.RIGHT, position: textWidth }] },
  );
}

type Fact = [label: string, value: Words];

export function cover({ data, words: { t, date, side, list, language }, writer, reader }: Report): Block[] {
  const { title, script, heldOn, place } = data.meeting;
  const [one, other] = data.sides;
  const audience = reader
    ? { text: side(reader), bold: true, colour: colours.private }
    : { text: t('report.audienceJoint', { one: side(one), other: side(other) }) };
  const facts: Fact[] = [
    [t('report.mechanism'), { text: named(data.mechanism, language) }],
    [t('report.heldOn'), { text: date(heldOn) }],
    [t('report.place'), { text: place, script }],
    [t('report.sides'), { text: list(data.sides.map(({ name }) => named(name, language))) }],
    [t('report.generatedOn'), { text: date(data.generatedOn) }],
    [t('report.audience'), audience],
  ];
  const quiet = { size: sizes.body, colour: colours.quiet };
  return [
    writer.paragraph([{ text: title, script, bold: true, size: sizes.title }], {
      spacing: { before: 0, after: 60 },
    }),
    writer.paragraph([{ ...quiet, text: t('report.kind'), size: sizes.subtitle }], {
      spacing: { before: 0, after: 200 },
    }),
    ...pairs(facts).map((pair) =>
      writer.paragraph(
        pair.flatMap(([label, value], index) => [
          ...(index > 0 ? [writer.tab()] : []),
          { ...quiet, text: label },
          writer.tab(),
          { size: sizes.body, ...value },
        ]),
        {
          tabStops: [1900, 7600, 9500].map((position) => ({ type: TabStopType.LEFT, position })),
          spacing: { before: 0, after: 40 },
        },
      ),
    ),
  ];
}

/** The answer first: how far it is, what is left out of that figure, what is late, what the text has beyond it. */
export function summary({ data, words, writer }: Report): Block[] {
  const { t, counted, list } = words;
  const { completed, countable, leftOut } = data.completion;
  const date = words.date(data.generatedOn);
  const clauses = [
    countable > 0
      ? counted('summary.completed', countable, { completed, date })
      : t('summary.none', { date }),
  ];

  const out = leftOut.ongoing + leftOut.suspended + leftOut.dropped;
  if (out > 0) {
    const parts = (['ongoing', 'suspended', 'dropped'] as const)
      .filter((status) => leftOut[status] > 0)
      .map((status) =>
        t('summary.part', { words: words.measureStatus(status, null), count: leftOut[status] }),
      );
    clauses.push(counted('summary.leftOut', out, { parts: list(parts) }));
  }

  const measures = measuresOf(data);
  const attention = (['overdue', 'behind'] as const).flatMap((reason) => {
    const count = measures.filter(({ lightReason }) => lightReason === reason).length;
    return count > 0 ? [counted(`summary.${reason}`, count)] : [];
  });
  clauses.push(
    attention.length > 0
      ? t('summary.attention', { parts: attention.join(t('report.comma')) })
      : t('summary.noAttention'),
  );

  const { declared, captured } = { declared: data.declared.measures, captured: data.captured.measures };
  if (declared !== null && declared > captured) {
    clauses.push(t('summary.gap', { declared, captured, gap: declared - captured }));
  }
  return [
    writer.heading(t('summary.heading')),
    writer.paragraph([{ text: words.sentences(clauses), size: sizes.summary }], {
      spacing: { before: 0, after: 80, line: 380 },
    }),
  ];
}

/** Three totals, never one; and the lights, each beside what it means. */
export function figures({ data, words: { t, light }, writer }: Report): Block[] {
  const totals = [4200, 2600, 2600, 2600];
  const numbers = [1, 2, 3];
  const head = [t('figures.item'), t('figures.declared'), t('figures.captured'), t('figures.gap')];
  const totalRows = (['areas', 'measures', 'documents'] as const).map((key) => {
    const declared = data.declared[key];
    const captured = data.captured[key];
    return writer.row(
      totals,
      [
        [{ text: t(`figures.${key}`) }],
        [{ text: declared === null ? t('figures.unstated') : String(declared) }],
        [{ text: String(captured) }],
        [{ text: declared === null ? '–' : String(declared - captured) }],
      ],
      { numeric: numbers },
    );
  });

  const measures = measuresOf(data);
  const columns = [...lights.map(() => 2600), 1600];
  const last = lights.length;
  const heads = [
    ...lights.map((each) => lightWords(each, light(each))),
    [{ text: t('figures.total'), bold: true }],
  ];
  const counts = [
    ...lights.map((each) => measures.filter((measure) => measure.light === each).length),
    measures.length,
  ];
  const meanings = lights.map((each) => [{ text: t(`light.${each}.meaning`), colour: colours.quiet }]);
  return [
    writer.heading(t('figures.heading')),
    table(totals, [writer.headRow(totals, head, numbers), ...totalRows]),
    writer.paragraph([], { spacing: { before: 0, after: 160 } }),
    table(columns, [
      writer.headRow(columns, heads),
      writer.row(
        columns,
        counts.map((count, index) => [{ text: String(count), size: sizes.area, bold: index === last }]),
        { keepNext: true },
      ),
      writer.row(columns, meanings),
    ]),
  ];
}

/** Longest overdue first. Absent where nothing is. */
export function overdue({ data, words: { t, counted, date, list, language }, writer }: Report): Block[] {
  const late = data.areas
    .flatMap((area) => area.measures.map((measure) => ({ area, measure })))
    .filter(({ measure }) => measure.lightReason === 'overdue')
    .sort((a, b) => Math.abs(b.measure.lightDays ?? 0) - Math.abs(a.measure.lightDays ?? 0));
  if (late.length === 0) return [];
  const widths = [1100, 5638, 2500, 1600, 4000];
  const head = [
    t('measures.number'),
    t('measures.measure'),
    t('measures.dueOn'),
    t('overdue.by'),
    t('overdue.leads'),
  ];
  const rows = late.map(({ area, measure }) => {
    const leads = measure.tracks.flatMap(({ lead }) => (lead ? [named(lead, language)] : []));
    return writer.row(widths, [
      [{ text: measureNumber(area.ordinal, measure.ordinal, language) }],
      [{ text: measure.title, script: data.meeting.script }],
      [{ text: measure.dueOn === null ? t('measures.noDate') : date(measure.dueOn) }],
      [
        {
          text: counted('overdue.days', Math.abs(measure.lightDays ?? 0)),
          colour: colours.light.red,
          bold: true,
        },
      ],
      [{ text: leads.length > 0 ? list(leads) : t('measures.noLead') }],
    ]);
  });
  return [writer.heading(t('overdue.heading')), table(widths, [writer.headRow(widths, head), ...rows])];
}

export function signedDocuments({ data, words: { t, list }, writer }: Report): Block[] {
  if (data.documents.length === 0) return [];
  const widths = [1100, 8338, 5400];
  const { script } = data.meeting;
  return [
    writer.heading(t('documents.heading')),
    table(widths, [
      writer.headRow(widths, [t('measures.number'), t('documents.title'), t('documents.parties')]),
      ...data.documents.map(({ ordinal, title, parties }) =>
        writer.row(widths, [
          [{ text: String(ordinal) }],
          [{ text: title, script }],
          [{ text: list(parties), script }],
        ]),
      ),
    ]),
  ];
}

export function notes({ words: { t, side }, writer, reader }: Report): Block[] {
  const lines = [
    reader ? t('notes.private', { side: side(reader) }) : t('notes.joint'),
    t('notes.rate'),
    t('notes.text'),
  ];
  return [
    writer.heading(t('notes.heading')),
    ...lines.map((text) =>
      writer.paragraph([{ text, colour: colours.quiet }], { spacing: { before: 0, after: 60 } }),
    ),
  ];
}

function measuresOf({ areas }: ProgressReportData): ReportMeasure[] {
  return areas.flatMap(({ measures }) => measures);
}

/** Two facts a line: what they are about on the left, the document's own on the right. */
function pairs(facts: readonly Fact[]): Fact[][] {
  const half = Math.ceil(facts.length / 2);
  return facts.slice(0, half).map((fact, index) => [fact, ...facts.slice(half + index, half + index + 1)]);
}
