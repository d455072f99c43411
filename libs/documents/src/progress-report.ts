import { scriptOf } from '#i18n/language';
import { Document, Footer, Header, Packer, PageOrientation } from 'docx';
import { areaBlocks } from './area-table.js';
import {
  cover,
  figures,
  footerLine,
  headerLines,
  notes,
  overdue,
  signedDocuments,
  summary,
} from './report-blocks.js';
import type { ProgressReportData, ReportSide } from './report-data.js';
import { reportWords } from './report-words.js';
import { type Block, clean, face, page, sizes, Writer } from './word-parts.js';

/** 0 to 100; awaited, so that it may be written down somewhere. */
export type OnProgress = (percent: number) => void | Promise<void>;

/**
 * A meeting's progress report as a Word document. A joint report prints nothing of `own`, whatever is in the data.
 * Throws a RangeError where a side's report does not say whose it is.
 */
export async function progressReport(
  data: ProgressReportData,
  onProgress: OnProgress = () => undefined,
): Promise<Buffer> {
  await onProgress(0);
  const words = reportWords(data.language, data.sides);
  const report = { data, words, writer: new Writer(data.language), reader: readerOf(data) };

  const blocks: Block[] = [...cover(report), ...summary(report), ...figures(report), ...overdue(report)];
  blocks.push(report.writer.heading(words.t('measures.heading')));
  for (const [index, area] of data.areas.entries()) {
    blocks.push(...areaBlocks(report, area));
    await onProgress(Math.round((90 * (index + 1)) / data.areas.length));
  }
  blocks.push(...signedDocuments(report), ...notes(report));

  const bytes = await Packer.toBuffer(
    new Document({
      title: `${clean(data.meeting.title)} ${words.t('report.kind')}`,
      creator: 'Luoshi',
      lastModifiedBy: 'Luoshi',
      styles: { default: { document: { run: { size: sizes.body, ...face(scriptOf(data.language)) } } } },
      sections: [
        {
          properties: {
            page: {
              // docx turns the sheet itself: it wants the sizes of the upright page.
              size: { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE },
              margin: { ...page.margins, header: 560, footer: 480 },
            },
          },
          headers: { default: new Header({ children: headerLines(report) }) },
          footers: { default: new Footer({ children: [footerLine(report)] }) },
          children: blocks,
        },
      ],
    }),
  );
  await onProgress(100);
  return bytes;
}

/** The one side that may read it; null for the joint report. */
function readerOf({ audience, partyId, sides }: ProgressReportData): ReportSide | null {
  if (audience === 'joint') return null;
  const side = sides.find((each) => each.partyId === partyId);
  if (!side) throw new RangeError('a report for one side has to say for which');
  return side;
}
