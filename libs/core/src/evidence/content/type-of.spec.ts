import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { deflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { typeOf } from './type-of.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'luoshi-type-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function look(name: string, content: Buffer | string, zips = true) {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return typeOf(path, name, zips);
}

async function zip(files: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  return buffer(archive.outputStream);
}

/** A ZIP of one entry that declares a size of its own choosing. */
function declaring(size: number, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const name = Buffer.from('a.txt');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(size, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, central, name, end]);
}

const pdf = '%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n%%EOF\n';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const program = Buffer.alloc(200);
program.write('MZ');
program.writeUInt32LE(128, 60);
program.write('PE', 128, 'latin1');
const docx = () => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' });

it.each([
  ['a PDF', '報告.pdf', pdf, 'application/pdf'],
  ['a picture', 'photo.PNG', png, 'image/png'],
  ['a picture without an extension', 'photo', png, 'image/png'],
  ['a text', '說明.txt', '三月和五月各舉行一場說明會。', 'text/plain'],
  ['a text that ends in a number', '第一季 3.5', 'Words.', 'text/plain'],
  ['a text in GB18030', 'a.txt', Buffer.from('d6d0cec4b2e2cad4', 'hex'), 'text/plain'],
  ['a text in Big5', 'a.csv', Buffer.from('a4a4a4e5b4fab8d5', 'hex'), 'text/plain'],
  ['a text in UTF-16', 'a.txt', Buffer.from('\ufeff中文', 'utf16le'), 'text/plain'],
  ['a text that begins with MZ', 'a.txt', 'MZ is how some programs begin.', 'text/plain'],
  ['a long text with a character cut in two at every end', 'a.txt', '落'.repeat(100_000), 'text/plain'],
])('takes %s', async (_, name, content, mediaType) => {
  expect(await look(name, content)).toEqual({ mediaType });
});

it('tells the documents in an archive apart', async () => {
  expect(await look('a.docx', await docx(), false)).toEqual({
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });
  const xlsx = await zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' });
  expect(await look('a.xlsx', xlsx, false)).toMatchObject({
    mediaType: expect.stringContaining('spreadsheet') as string,
  });
  expect(await look('a.ofd', await zip({ 'OFD.xml': '<ofd/>' }), false)).toEqual({
    mediaType: 'application/ofd',
  });
  const plain = await zip({ 'a.txt': 'A' });
  expect(await look('a.zip', plain, true)).toEqual({ mediaType: 'application/zip' });
  expect(await look('a.zip', plain, false)).toEqual({ reason: 'type_not_allowed' });
});

it.each([
  ['nothing', 'a.txt', '', 'empty'],
  ['a program', 'a.exe', program, 'executable'],
  ['a program that calls itself a PDF', 'a.pdf', program, 'executable'],
  ['a program for Linux', 'a.pdf', '\x7fELF\x02\x01\x01', 'executable'],
  ['a script', 'a.txt', '#!/bin/sh\nrm -rf /\n', 'executable'],
  ['a text that calls itself a program', 'report.pdf.bat', 'echo', 'executable'],
  ['a picture that calls itself a PDF', 'a.pdf', png, 'lying_type'],
  ['a text that calls itself a PDF', 'a.pdf', 'Words.', 'lying_type'],
  ['a PDF that calls itself a picture', 'a.png', pdf, 'lying_type'],
  ['a page', 'a.txt', '<!doctype html><script>alert(1)</script>', 'type_not_allowed'],
  ['a picture that runs', 'a.txt', '<svg onload="alert(1)"/>', 'type_not_allowed'],
  ['a page that is a PDF', 'a.pdf', `<html><script>1</script>${pdf}`, 'polyglot'],
  ['a PDF that is a page', 'a.pdf', pdf.replace('\n', '\n<script>alert(1)</script>\n'), 'polyglot'],
  ['noise', 'a.txt', Buffer.concat([Buffer.from([0, 1, 2, 3]), randomBytes(500)]), 'type_not_allowed'],
  [
    'an archive that is cut off',
    'a.zip',
    'PK\x03\x04 and nothing more, though it begins like one',
    'damaged',
  ],
])('refuses %s', async (_, name, content, reason) => {
  expect(await look(name, content)).toEqual({ reason });
});

it('refuses a file that ends as an archive', async () => {
  const both = Buffer.concat([Buffer.from(pdf), await zip({ 'a.txt': 'A' })]);
  expect(await look('a.pdf', both)).toEqual({ reason: 'polyglot' });
});

it('refuses macros and programs in archives', async () => {
  const macros = await zip({
    '[Content_Types].xml': '',
    'word/document.xml': '',
    'word/vbaProject.bin': 'x',
  });
  expect(await look('a.docx', macros)).toEqual({ reason: 'macros' });
  expect(await look('a.zip', await zip({ 'a/run.exe': program }))).toEqual({ reason: 'executable' });
});

it('refuses what unpacks to far more than it is: declared, real, and within one another', async () => {
  const zeros = Buffer.alloc(120_000_000);
  expect(await look('a.zip', declaring(4_000_000_000, Buffer.from('A')))).toEqual({ reason: 'bomb' });
  expect(await look('a.zip', declaring(10, zeros))).toEqual({ reason: 'bomb' });
  expect(await look('a.zip', await zip({ 'a.zip': declaring(10, zeros) }))).toEqual({ reason: 'bomb' });
  let nested = await zip({ 'a.txt': 'A' });
  for (let depth = 0; depth < 4; depth += 1) nested = await zip({ 'a.zip': nested });
  expect(await look('a.zip', nested)).toEqual({ reason: 'bomb' });
  expect(await look('a.zip', await zip({ 'a.docx': await docx() }))).toEqual({
    mediaType: 'application/zip',
  });
});
