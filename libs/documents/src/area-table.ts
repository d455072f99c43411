import { named, type Trilingual } from '#i18n/language';
import { areaNumber, measureNumber } from '#i18n/numbering';
import { type Paragraph, TableRow } from 'docx';
import type { Report } from './report-blocks.js';
import type { ReportArea, ReportMeasure, ReportOwn, ReportSide, ReportTrack } from './report-data.js';
import {
  type Block,
  colours,
  lightWords,
  privateGround,
  sizes,
  table,
  textWidth,
  type Words,
} from './word-parts.js';

const widths = [1000, 4138, 2100, 3800, 3800];

/** A heading and a table: the signed words, where it stands, and the two sides beside each other as equals. */
export function areaBlocks(report: Report, area: ReportArea): Block[] {
  const { data, words, writer } = report;
  const { t, language } = words;
  const heading = writer.subheading([
    { text: `${areaNumber(area.ordinal, language)}${t('measures.areaMark')}`, bold: true },
    { text: area.title, script: data.meeting.script, bold: true },
    {
      text: `　${words.counted('measures.count', area.measures.length)}`,
      colour: colours.quiet,
      size: sizes.table,
    },
  ]);
  if (area.measures.length === 0) {
    return [heading, writer.paragraph([{ text: t('measures.empty'), colour: colours.quiet }])];
  }
  const head = [
    t('measures.number'),
    t('measures.measure'),
    t('measures.state'),
    ...data.sides.map(words.side),
  ];
  return [
    heading,
    table(widths, [
      writer.headRow(widths, head),
      ...area.measures.flatMap((measure) => measureRows(report, area, measure)),
    ]),
  ];
}

function measureRows(report: Report, area: ReportArea, measure: ReportMeasure): TableRow[] {
  const { data, words, writer, reader } = report;
  const [numberWidth = 0, textCell = 0, stateWidth = 0, ...sideWidths] = widths;
  const number = measureNumber(area.ordinal, measure.ordinal, words.language);
  const ours = measure.tracks.find(({ partyId }) => partyId === reader?.partyId);
  const own =
    reader && measure.own && tellsMore(measure.own, ours) ? ownRow(report, reader, measure.own) : null;
  const joint = new TableRow({
    cantSplit: true,
    children: [
      // Kept on the page of what only our side reads below it.
      writer.cell(numberWidth, [
        writer.paragraph([{ text: number, bold: true }], { keepNext: own !== null }),
      ]),
      writer.cell(textCell, signedWords(report, measure)),
      writer.cell(stateWidth, state(report, measure)),
      ...data.sides.map((side, index) => {
        const track = measure.tracks.find(({ partyId }) => partyId === side.partyId);
        return writer.cell(sideWidths[index] ?? 0, trackLines(report, side, track));
      }),
    ],
  });
  return own ? [joint, own] : [joint];
}

/** The title only where it says something else than the beginning of the text. */
function signedWords({ data, writer }: Report, { title, text }: ReportMeasure): Paragraph[] {
  const { script } = data.meeting;
  const whole = writer.paragraphs([], { text, script });
  return text.trim().startsWith(title.trim())
    ? whole
    : [writer.paragraph([{ text: title, script, bold: true }]), ...whole];
}

function state({ words, writer }: Report, measure: ReportMeasure): Paragraph[] {
  const { t } = words;
  const { light, lightReason, lightDays, dueOn } = measure;
  const status = words.measureStatus(measure.status, measure.awaitingPartyId);
  const reason = words.reason(lightReason, lightDays);
  return [
    // Suspended is both the status and the reason of its light: said once.
    ...(reason === status ? [] : [writer.paragraph([{ text: status, bold: true }])]),
    writer.paragraph(lightWords(light, reason)),
    ...(dueOn === null
      ? [
          writer.paragraph([
            {
              text: `${t('measures.dueOn')}${t('report.colon')}${t('measures.noDate')}`,
              colour: colours.quiet,
            },
          ]),
        ]
      : [
          writer.paragraph([{ text: `${t('measures.dueOn')}${t('report.colon')}`, colour: colours.quiet }]),
          writer.paragraph([{ text: words.date(dueOn) }]),
        ]),
  ];
}

function trackLines(
  { words, writer }: Report,
  side: ReportSide,
  track: ReportTrack | undefined,
): Paragraph[] {
  const { t } = words;
  if (!track) return [writer.paragraph([{ text: t('measures.noUpdate'), colour: colours.quiet }])];
  const label = (text: string): Words => ({ text: `${text}${t('report.colon')}`, colour: colours.quiet });
  // People of a side write in its script.
  const script = side.jurisdiction === 'HK' ? 'hant' : 'hans';
  const lines = [
    writer.paragraph([{ text: words.trackStatus(track.status), bold: true }]),
    writer.paragraph([label(words.lead(side)), ...unit(track.lead, words.language, t('measures.noLead'))]),
  ];
  if (track.supporting.length > 0) {
    const names = words.list(track.supporting.map((name) => named(name, words.language)));
    lines.push(writer.paragraph([label(words.supporting(side)), { text: names }]));
  }
  if (track.latest) {
    const when = t('measures.latest', { date: words.date(track.latest.on) });
    lines.push(...writer.rich([label(when)], { text: track.latest.text, script }));
  } else {
    lines.push(writer.paragraph([{ text: t('measures.noUpdate'), colour: colours.quiet }]));
  }
  if (track.nextStep)
    lines.push(...writer.paragraphs([label(t('measures.next'))], { text: track.nextStep, script }));
  return lines;
}

/** Whether the side knows more of the measure than it has shared. */
function tellsMore(own: ReportOwn, track: ReportTrack | undefined): boolean {
  const shared = [track?.lead ?? null, ...(track?.supporting ?? [])].map((name) => name?.en);
  const kept = [own.lead, ...own.supporting].map((name) => name?.en);
  return own.pending !== null || own.internalDueOn !== null || kept.join() !== shared.join();
}

/** Below the joint row, across the table, on its own ground and in its own words. */
function ownRow({ words, writer }: Report, reader: ReportSide, own: ReportOwn): TableRow {
  const { t } = words;
  const label = (text: string): Words => ({ text: `${text}${t('report.colon')}`, colour: colours.private });
  const gap = { text: '　　' };
  const supporting = words.list(own.supporting.map((name) => named(name, words.language)));
  const lines = [
    writer.paragraph([
      { text: t('report.private', { side: words.side(reader) }), bold: true, colour: colours.private },
      gap,
      label(words.lead(reader)),
      ...unit(own.lead, words.language, t('own.noLead')),
      ...(supporting ? [gap, label(words.supporting(reader)), { text: supporting }] : []),
      ...(own.internalDueOn ? [gap, label(t('own.dueOn')), { text: words.date(own.internalDueOn) }] : []),
    ]),
  ];
  if (own.pending) {
    const { state, text } = own.pending;
    const script = reader.jurisdiction === 'HK' ? 'hant' : 'hans';
    lines.push(
      ...writer.rich([label(t('own.pending', { state: words.updateState(state) }))], { text, script }),
    );
  }
  return new TableRow({
    cantSplit: true,
    children: [writer.cell(textWidth, lines, { columnSpan: widths.length, shading: privateGround })],
  });
}

function unit(name: Trilingual | null, language: Report['words']['language'], missing: string): Words[] {
  return [name ? { text: named(name, language) } : { text: missing, colour: colours.quiet }];
}
