import type { EvidenceRejection } from '#contracts/status';
import { fileTypeFromBuffer } from 'file-type';
import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Bytes, bytesOf, demandHarmless, zipEnd, zipEntries, ZipError } from './zip.js';

/** What a file is by its content, or why it is not taken. */
export type TypeFinding = { mediaType: string } | { reason: EvidenceRejection };

/** Every type that is taken, with the extensions that do not lie about it. */
const office = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';
const taken: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  [`${office}wordprocessingml.document`]: ['docx'],
  [`${office}spreadsheetml.sheet`]: ['xlsx'],
  [`${office}presentationml.presentation`]: ['pptx'],
  [`${openDocument}text`]: ['odt'],
  [`${openDocument}spreadsheet`]: ['ods'],
  [`${openDocument}presentation`]: ['odp'],
  'application/ofd': ['ofd'],
  'application/msword': ['doc', 'wps', 'dot'],
  'application/vnd.ms-excel': ['xls', 'et'],
  'application/vnd.ms-powerpoint': ['ppt', 'dps', 'pps'],
  'application/rtf': ['rtf', 'doc'],
  'application/zip': ['zip'],
  'image/jpeg': ['jpg', 'jpeg', 'jfif'],
  'image/png': ['png'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/tiff': ['tif', 'tiff'],
  'image/bmp': ['bmp'],
  'image/heic': ['heic', 'heif'],
  'image/heif': ['heif', 'heic'],
  'image/avif': ['avif'],
  'audio/mpeg': ['mp3', 'mp2', 'mpga'],
  'audio/wav': ['wav'],
  'audio/ogg': ['ogg', 'oga', 'opus'],
  'audio/flac': ['flac'],
  'audio/aac': ['aac'],
  'audio/x-m4a': ['m4a'],
  'audio/mp4': ['m4a', 'mp4'],
  'audio/amr': ['amr'],
  'video/mp4': ['mp4', 'm4v'],
  'video/x-m4v': ['m4v', 'mp4'],
  'video/quicktime': ['mov', 'qt'],
  'video/webm': ['webm'],
  'video/matroska': ['mkv'],
  'video/vnd.avi': ['avi'],
  'video/mpeg': ['mpg', 'mpeg'],
  'video/ogg': ['ogv', 'ogg'],
  'video/3gpp': ['3gp'],
  'video/x-ms-asf': ['wmv', 'asf', 'wma'],
  'text/plain': [
    'txt',
    'csv',
    'tsv',
    'md',
    'log',
    'json',
    'xml',
    'srt',
    'vtt',
    'ics',
    'geojson',
    'yaml',
    'yml',
    'eml',
  ],
};

/** What file-type calls by other names. */
const synonyms: Record<string, string> = {
  'application/vnd.ms-asf': 'video/x-ms-asf',
  'application/x-rtf': 'application/rtf',
  'text/rtf': 'application/rtf',
  'video/x-matroska': 'video/matroska',
  'video/MP1S': 'video/mpeg',
  'video/MP2P': 'video/mpeg',
  'audio/x-wav': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/opus': 'audio/ogg',
};

const programs =
  /^(exe|com|scr|pif|bat|cmd|msi|dll|ps1|vbs|vbe|js|jse|mjs|wsf|hta|jar|class|sh|app|apk|lnk|reg|html?|xhtml|svg|mhtml?)$/;
const headBytes = 65_536;

/** Looks at a file on this machine. @param zips whether archives are taken */
export async function typeOf(path: string, name: string, zips: boolean): Promise<TypeFinding> {
  const file = await open(path, 'r');
  try {
    const bytes = bytesOf(path, file, (await file.stat()).size);
    const head = await bytes.at(0, headBytes);
    const found = await look(bytes, head, zips);
    return 'reason' in found ? found : truthful(found.mediaType, name);
  } catch (error) {
    if (error instanceof ZipError) return { reason: error.reason };
    throw error;
  } finally {
    await file.close();
  }
}

/** The extension may be missing; it may not say something else. */
function truthful(mediaType: string, name: string): TypeFinding {
  const extension = extname(name).slice(1).toLowerCase();
  if (programs.test(extension)) return { reason: 'executable' };
  // What stands behind the last dot of a name such as "1. Report of 3.5" is no extension.
  if (!/^[a-z0-9]{1,8}$/.test(extension) || /^\d+$/.test(extension)) return { mediaType };
  return taken[mediaType]!.includes(extension) ? { mediaType } : { reason: 'lying_type' };
}

async function look(bytes: Bytes, head: Buffer, zips: boolean): Promise<TypeFinding> {
  if (bytes.size === 0) return { reason: 'empty' };
  if (isProgram(head)) return { reason: 'executable' };
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) return lookIntoZip(bytes, zips);
  // Whatever it begins with, it ends as an archive: what opens it as one sees something else.
  const end = await zipEnd(bytes);
  if (end && end.readUInt16LE(10) > 0) return { reason: 'polyglot' };
  if (head.subarray(0, 8).equals(compoundSign)) return lookIntoCompound(bytes, head);
  const guessed = await fileTypeFromBuffer(head).catch(() => undefined);
  // For which two letters are enough; we have looked further.
  const known = guessed?.mime === 'application/x-msdownload' ? undefined : guessed?.mime.split(';')[0];
  const mime = known && (synonyms[known] ?? known);
  if (mime === 'application/pdf' || head.subarray(0, 1024).includes('%PDF-')) return lookIntoPdf(head);
  if (mime && taken[mime] && mime !== 'application/zip') return { mediaType: mime };
  if (mime && !mime.startsWith('text/') && mime !== 'application/xml') return { reason: 'type_not_allowed' };
  return lookIntoText(bytes, head);
}

const compoundSign = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const machO = new Set([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe, 0xcafebabe]);

function isProgram(head: Buffer): boolean {
  const start = head.toString('latin1', 0, 4);
  if (start === '\x7fELF' || start.startsWith('#!')) return true;
  if (head.length >= 4 && machO.has(head.readUInt32BE(0))) return true;
  if (head.length >= 20 && head.readUInt32LE(0) === 0x4c && head.readUInt32LE(4) === 0x00021401) return true;
  // "MZ" begins texts too; a program has its real header where the old one says.
  if (!start.startsWith('MZ') || head.length < 64) return false;
  const place = head.readUInt32LE(60);
  return place + 4 > head.length || head.toString('latin1', place, place + 2) === 'PE';
}

async function lookIntoZip(bytes: Bytes, zips: boolean): Promise<TypeFinding> {
  const entries = await zipEntries(bytes);
  if (entries.some(({ encrypted }) => encrypted)) return { reason: 'encrypted' };
  const names = new Set(entries.map(({ name }) => name));
  const holds = (pattern: RegExp) => entries.some(({ name }) => pattern.test(name));
  if (names.has('[Content_Types].xml') && holds(/(^|\/)vbaProject\.bin$/i)) return { reason: 'macros' };
  const mediaType = names.has('[Content_Types].xml')
    ? names.has('word/document.xml')
      ? `${office}wordprocessingml.document`
      : names.has('xl/workbook.xml')
        ? `${office}spreadsheetml.sheet`
        : names.has('ppt/presentation.xml')
          ? `${office}presentationml.presentation`
          : 'application/zip'
    : names.has('OFD.xml')
      ? 'application/ofd'
      : names.has('mimetype')
        ? await openDocumentType(bytes)
        : 'application/zip';
  if (mediaType === 'application/zip') {
    if (!zips) return { reason: 'type_not_allowed' };
    if (holds(/\.(exe|com|scr|pif|bat|cmd|msi|dll|ps1|vbs|hta|jar|lnk)$/i)) return { reason: 'executable' };
  }
  await demandHarmless(bytes);
  return { mediaType };
}

/** An OpenDocument file says what it is in its first entry, uncompressed. */
async function openDocumentType(bytes: Bytes): Promise<string> {
  const start = (await bytes.at(30, 200)).toString('latin1');
  const found =
    /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)(?![\w-])/.exec(start);
  return found ? `${openDocument}${found[1]!.replace(/PK$/, '')}` : 'application/zip';
}

/** Word, Excel and PowerPoint before 2007: one container, told apart by the names of its streams. */
async function lookIntoCompound(bytes: Bytes, head: Buffer): Promise<TypeFinding> {
  const sector = 1 << head.readUInt16LE(30);
  const directory = await bytes.at((head.readUInt32LE(48) + 1) * sector, 16 * 4096);
  const has = (name: string) => {
    const sign = Buffer.from(name, 'utf16le');
    return directory.includes(sign) || head.includes(sign);
  };
  if (has('EncryptedPackage')) return { reason: 'encrypted' };
  if (has('_VBA_PROJECT')) return { reason: 'macros' };
  if (has('WordDocument')) return { mediaType: 'application/msword' };
  if (has('Workbook') || has('Book')) return { mediaType: 'application/vnd.ms-excel' };
  if (has('PowerPoint Document')) return { mediaType: 'application/vnd.ms-powerpoint' };
  return { reason: 'type_not_allowed' };
}

const markup = /<(!doctype\s+html|html|head|body|script|iframe|object|embed|svg)[\s>]/i;

/** It has to begin as one: what stands before, a browser may read as something else. */
function lookIntoPdf(head: Buffer): TypeFinding {
  const start = head.toString('latin1', 0, 1024);
  return start.startsWith('%PDF-') && !markup.test(start)
    ? { mediaType: 'application/pdf' }
    : { reason: 'polyglot' };
}

/** Text has no control characters and can be read in one of the encodings in use; markup that runs is no text. */
async function lookIntoText(bytes: Bytes, head: Buffer): Promise<TypeFinding> {
  const wide = head.length >= 2 && [0xfeff, 0xfffe].includes(head.readUInt16BE(0));
  if (wide) return readable(head.subarray(0, head.length & ~1), head[0] === 0xff ? 'utf-16le' : 'utf-16be');
  const tail = bytes.size > headBytes ? await bytes.at(bytes.size - headBytes, headBytes) : Buffer.alloc(0);
  for (const part of [head, tail])
    if (part.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)))
      return { reason: 'type_not_allowed' };
  if (markup.test(head.toString('latin1', 0, 1024))) return { reason: 'type_not_allowed' };
  // A character may be cut in two where the part ends.
  for (const encoding of ['utf-8', 'gb18030', 'big5'])
    for (const cut of [0, 1, 2, 3])
      if (
        'mediaType' in readable(head.subarray(0, head.length - (head.length < headBytes ? 0 : cut)), encoding)
      )
        return { mediaType: 'text/plain' };
  return { reason: 'type_not_allowed' };
}

function readable(part: Buffer, encoding: string): TypeFinding {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(part);
    return markup.test(text.slice(0, 1024)) ? { reason: 'type_not_allowed' } : { mediaType: 'text/plain' };
  } catch {
    return { reason: 'type_not_allowed' };
  }
}
