import { deflateRawSync } from 'node:zlib';
import { limits } from '#contracts/limits';
import { docxOf, pdfOf } from '#testing/documents';
import { writeXlsx } from 'hucre/xlsx';
import { Archive } from './archive.js';
import { readDocx } from './docx.js';
import { readText } from './read-text.js';

/** A ZIP of these parts; `claimed` is what its directory says of their size. */
function zip(parts: Record<string, string | Buffer>, claimed?: number): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part as string);
    const packed = deflateRawSync(content);
    const header = (length: number, signature: number): Buffer => {
      const bytes = Buffer.alloc(length);
      bytes.writeUInt32LE(signature);
      return bytes;
    };
    const local = header(30, 0x04034b50);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed ?? content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = header(46, 0x02014b50);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(claimed ?? content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

const ole = (name: string): Buffer =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(name, 'utf16le')]);
const bomb = Buffer.alloc(limits.importUnpackedBytes + 1, 'x');
const plain = () => pdfOf(['一、金融']);

test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['old Word', () => ole('WordDocument'), 'other_format'],
  ['old Excel', () => ole('Workbook'), 'other_format'],
  ['Office under a password', () => ole('EncryptedPackage'), 'encrypted_file'],
  ['RTF', () => Buffer.from('{\\rtf1\\ansi}'), 'other_format'],
  [
    'OpenDocument',
    () => zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }),
    'other_format',
  ],
  ['a ZIP of something else', () => zip({ 'a.txt': 'x' }), 'unreadable_file'],
  ['a ZIP that is cut off', () => zip({ 'word/document.xml': '<x/>' }).subarray(0, 40), 'damaged_file'],
  ['half a DOCX', async () => (await docxOf([{ text: 'x' }])).subarray(0, 900), 'damaged_file'],
  [
    'a workbook with macros',
    () => zip({ 'xl/workbook.xml': '<x/>', 'xl/vbaProject.bin': 'x' }),
    'macro_file',
  ],
  ['a workbook of rubbish', () => zip({ 'xl/workbook.xml': 'x' }), 'damaged_file'],
  ['a bomb', () => zip({ 'word/document.xml': bomb }), 'unpacks_too_large'],
  ['a bomb that lies', () => zip({ 'word/document.xml': bomb }, 10), 'unpacks_too_large'],
  ['a PDF of pictures', () => pdfOf(['\u00a0']), 'scanned_file'],
  ['half a PDF', () => Buffer.from('%PDF-1.7\nrubbish'), 'damaged_file'],
])('%s is refused with the reason', async (_, make, code) => {
  await expect(Promise.resolve(make()).then((content) => readText(content))).rejects.toMatchObject({ code });
});

test('what a file is its content says, not its name', async () => {
  expect(await readText(plain(), { fileName: 'a.docx' })).toMatchObject({ kind: 'pdf' });
  expect(await readText(await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] }))).toMatchObject({
    kind: 'xlsx',
  });
});

const document = (body: string): string => {
  const xml = `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`;
  return readDocx(Archive.open(zip({ 'word/document.xml': xml })));
};
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

test.each([
  [
    'what was deleted is gone',
    `<w:p>${run('甲')}<w:del>${run('乙')}</w:del><w:ins>${run('丙')}</w:ins></w:p>`,
    '甲丙',
  ],
  [
    'what is hidden is not seen',
    `<w:p>${run('甲')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r></w:p>`,
    '甲',
  ],
  [
    'a paragraph whose end was deleted runs on',
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('甲')}</w:p><w:p>${run('乙')}</w:p>`,
    '甲乙',
  ],
  [
    'a text box follows its paragraph, once',
    `<w:p>${run('甲')}<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>${run('乙')}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>${run('乙')}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    '甲\n乙',
  ],
  [
    'a table that sets out a page is lines',
    `<w:tbl><w:tr><w:tc><w:p>${run('甲方')}</w:p><w:p>${run('某某')}</w:p></w:tc><w:tc><w:p>${run('乙方')}</w:p></w:tc></w:tr></w:tbl>`,
    '甲方\n某某\n乙方',
  ],
])('in Word %s', (_, body, text) => {
  expect(document(body)).toBe(text);
});

test('a page keeps its words and lists, without what nobody sees', async () => {
  const page = `<!doctype html><meta charset="big5"><body><nav>首頁</nav><h2>Finance</h2><ol start="3"><li>one</li><li>two</li></ol>
    <ul><li>dot</li></ul><p style="display:none">no</p><script>no()</script><p>a<br>b &amp; c</p></body>`;
  expect(await readText(Buffer.from(page))).toEqual({
    kind: 'html',
    text: 'Finance\n————\n3. one\n4. two\n• dot\na\nb & c',
  });
});
