import type { Language } from '#i18n/language';
import { documents } from '#i18n/messages/documents';
import { domain } from '#i18n/messages/domain';
import { measureNumber } from '#i18n/numbering';
import { translate } from '#i18n/translate';
import type { EvidenceFile } from './downloads.reads.js';

/** Names that Windows keeps for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Each file's name among the others: one that every system can write, and no other has, whatever its case. */
export function namesInArchive(given: string[], ...taken: string[]): string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return given.map((name) => {
    const safe = name.replace(/[<>:"|?*/\\]/g, '_').replace(/[. ]+$/, '') || 'file';
    const writable = devices.test(safe) ? `_${safe}` : safe;
    const [, stem = '', extension = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(writable) ?? [];
    let unique = writable;
    for (let count = 2; used.has(unique.toLowerCase()); count += 1) unique = `${stem} (${count})${extension}`;
    used.add(unique.toLowerCase());
    return unique;
  });
}

const heads = ['file', 'sha256', 'bytes', 'title', 'kind', 'documentOn', 'place', 'disclosed'] as const;

/** A list that a spreadsheet opens, in the reader's language: what each file is, and the hash to hold it against. */
export function manifestOf(files: EvidenceFile[], names: string[], language: Language): Buffer {
  const rows = files.map((file, at) => [
    ...[names[at]!, file.sha256, String(file.bytes), file.title],
    ...[translate(domain, language, `evidenceKind.${file.kind}`), file.documentOn ?? ''],
    file.areaOrdinal === null || file.ordinal === null
      ? file.placeTitle
      : `${measureNumber(file.areaOrdinal, file.ordinal, language)} ${file.placeTitle}`,
    translate(documents, language, `manifest.disclosed.${file.disclosed}`),
  ]);
  const lines = [heads.map((head) => translate(documents, language, `manifest.${head}`)), ...rows].map(
    (cells) => cells.map(cell).join(','),
  );
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
}

/** Quoted; and never a formula, which a spreadsheet would run. */
const cell = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
