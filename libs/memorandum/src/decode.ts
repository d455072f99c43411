export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export type Decoded =
  { ok: true; text: string; encoding: Encoding } | { ok: false; reason: 'binary' | 'unknown_encoding' };

/** First bytes of what people send by mistake: PDF, ZIP (DOCX, XLSX), old Office, PNG, JPEG, GIF, RTF, gzip, 7z, RAR. */
const BINARY_STARTS = [
  '%PDF',
  'PK\x03\x04',
  '\xd0\xcf\x11\xe0',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '{\\rtf',
  '\x1f\x8b',
  '7z\xbc\xaf',
  'Rar!',
];
const BOMS: { bytes: number[]; encoding: Encoding }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Reads a text file whose encoding nobody has named; what is no text is refused, never shown as rubbish. */
export function decodeText(bytes: Uint8Array): Decoded {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (BINARY_STARTS.some((magic) => start.startsWith(magic))) return { ok: false, reason: 'binary' };
  const bom = BOMS.find(({ bytes: mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (bom) return checked(decode(bytes, bom.encoding), bom.encoding);
  const utf16 = utf16Of(bytes);
  if (utf16) return checked(decode(bytes, utf16), utf16);
  if (bytes.includes(0)) return { ok: false, reason: 'binary' };
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return checked(utf8, 'utf-8');
  return legacyChinese(bytes);
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** More than a stray control character makes a file something else than a text. */
function checked(text: string | null, encoding: Encoding): Decoded {
  if (text === null) return { ok: false, reason: 'unknown_encoding' };
  let controls = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 && !(code >= 0x09 && code <= 0x0d)) controls++;
  }
  return controls > text.length / 200 ? { ok: false, reason: 'binary' } : { ok: true, text, encoding };
}

const SAMPLE = 4096;

/** UTF-16 without a mark: a zero byte beside each space, line end and figure; read the wrong way round, hardly a word. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 2 || bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  const sample = bytes.subarray(0, SAMPLE);
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((encoding) =>
    legibility(new TextDecoder(encoding).decode(sample)),
  );
  if (Math.max(little!, big!) < LEGIBLE) return null;
  return little! > big! ? 'utf-16le' : 'utf-16be';
}

const LEGIBLE = 0.25;

/** The share of characters that are ASCII or as common in Chinese. */
function legibility(text: string): number {
  let legible = 0;
  for (let i = 0; i < text.length; i++) if (isPlain(text.charCodeAt(i)) || COMMON.has(text[i]!)) legible++;
  return legible / text.length;
}

const isPlain = (code: number): boolean => (code >= 0x20 && code < 0x7f) || (code >= 0x09 && code <= 0x0d);

/** Characters that any Chinese text is full of, in both scripts, and its punctuation. */
const COMMON = new Set(
  '，。、；：（）《》「」“”的一是在和與与及有不以為为於于中人大了上下年月日第二三四五六七八九十個个這这到地出來来時时對对' +
    '工作合會会議议政府市省國国香港內内民區区特別别行發发展加強强推進进動动支持鼓勵励交流兩两雙双方企業业金融科技創创新文化旅' +
    '遊游教育青年醫医療疗服務务機机制建設设共同開开提高促學学法律經经貿贸投資资項项目',
);
/** A text read in the wrong encoding hits hardly any of them; one read right, every third character. */
const ENOUGH = 0.12;

function legacyChinese(bytes: Uint8Array): Decoded {
  const readings = (['gb18030', 'big5'] as const).flatMap((encoding) => {
    const text = decode(bytes, encoding);
    return text === null ? [] : [{ encoding, text, score: commonness(text) }];
  });
  const best = readings.sort((a, b) => b.score - a.score)[0];
  if (!best || best.score < ENOUGH) return { ok: false, reason: 'unknown_encoding' };
  return checked(best.text, best.encoding);
}

function commonness(text: string): number {
  let foreign = 0;
  let common = 0;
  for (const character of text.slice(0, SAMPLE * 16)) {
    if (character.charCodeAt(0) < 0x80) continue;
    foreign++;
    if (COMMON.has(character)) common++;
  }
  return foreign === 0 ? 0 : common / foreign;
}
