import { encode, utf16 } from '#testing/encodings';
import { type Encoding, decodeText } from './decode.js';
import { han, set, simplified, traditional } from './specimen.js';

const style = { area: (n: number) => `${han(n)}、`, measure: (n: number) => `${n}. ` };
const hant = set(traditional, style);
const hans = set(simplified, style);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Big5 has neither the circle for zero nor a few of the specimen's signs. */
const big5Text = hant.replaceAll('〇', '零').replaceAll('〈', '');

test.each<[string, Uint8Array, Encoding, string]>([
  ['UTF-8', utf8(hant), 'utf-8', hant],
  ['UTF-8 with a mark', utf8(`\ufeff${hant}`), 'utf-8', hant],
  ['ASCII', utf8('Finance\n1. Step up.'), 'utf-8', 'Finance\n1. Step up.'],
  ['nothing', utf8(''), 'utf-8', ''],
  ['UTF-16 LE with a mark', utf16(hant, 'le', true), 'utf-16le', hant],
  ['UTF-16 BE with a mark', utf16(hant, 'be', true), 'utf-16be', hant],
  ['UTF-16 LE', utf16(hans, 'le', false), 'utf-16le', hans],
  ['UTF-16 BE', utf16(hans, 'be', false), 'utf-16be', hans],
  ['GB18030, Simplified', encode(hans, 'gb18030'), 'gb18030', hans],
  ['GB18030, Traditional', encode(hant, 'gb18030'), 'gb18030', hant],
  ['Big5', encode(big5Text, 'big5'), 'big5', big5Text],
])('%s is read', (_, bytes, encoding, text) => {
  expect(decodeText(bytes)).toEqual({ ok: true, text, encoding });
});

test.each<[string, Uint8Array, string]>([
  ['a PDF', utf8('%PDF-1.7 and so on'), 'binary'],
  ['a ZIP', utf8('PK\x03\x04 and so on'), 'binary'],
  ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'binary'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'binary'],
  ['zeros', new Uint8Array(300), 'binary'],
  ['a text with zeros in it', utf8(`${hant}\0\0${hant}`), 'binary'],
  ['control characters', utf8('\x01\x02\x03text'), 'binary'],
  ['half of a UTF-16 text', utf16(hant, 'le', true).subarray(0, 101), 'unknown_encoding'],
  [
    'random bytes',
    Uint8Array.from({ length: 4000 }, (_, i) => 1 + ((i * i * 31 + i * 7) % 255)),
    'unknown_encoding',
  ],
  [
    'Shift JIS',
    Uint8Array.of(0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea),
    'unknown_encoding',
  ],
])('%s is refused', (_, bytes, reason) => {
  expect(decodeText(bytes)).toEqual({ ok: false, reason });
});
