import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { drawingOf, drawPreview, previewLimits } from './preview.js';

describe('a preview', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'luoshi-previews-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const pdf = (pages: number) =>
    NodeCompiler.create().pdf({
      mainFileContent: Array.from(
        { length: pages },
        (_, at) => `#rect(fill: red, width: 5cm)[${at + 1}]`,
      ).join('\n#pagebreak()\n'),
    });

  it('is upright, small enough, and says nothing of where and with what it was taken', async () => {
    const photo = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: 'teal' } })
      .jpeg()
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '22/1 17/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const preview = await drawPreview(file('photo.jpg', photo), 'image/jpeg', null);
    expect(preview).toMatchObject({ pageCount: 1, pages: [{ width: 800, height: 1600 }] });
    const { format, exif, width, height } = await sharp(preview?.pages[0]?.content).metadata();
    expect({ format, exif, width, height }).toEqual({
      format: 'webp',
      exif: undefined,
      width: 800,
      height: 1600,
    });
    expect(preview?.pages[0]?.content.includes('Camera')).toBe(false);
  });

  it('has a document’s pages, as many as are drawn', async () => {
    const preview = await drawPreview(file('a.pdf', pdf(previewLimits.pages + 2)), 'application/pdf', null);
    expect(preview?.pageCount).toBe(previewLimits.pages + 2);
    expect(preview?.pages).toHaveLength(previewLimits.pages);
    const { channels } = await sharp(preview?.pages[0]?.content).stats();
    // White paper with a red field on it.
    expect(channels[0]?.mean).toBeGreaterThan((channels[1]?.mean ?? 0) + 0.2);
  });

  it('of an Office file is LibreOffice’s, where the machine has it', async () => {
    const made = file('made.pdf', pdf(1));
    const soffice = file('soffice', `#!/bin/sh\nfor last; do :; done\ncp ${made} "$last.pdf"\n`);
    chmodSync(soffice, 0o700);
    const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
    const word = file('a.docx', 'PK');
    expect(await drawPreview(word, type, soffice)).toMatchObject({ pageCount: 1 });
    expect(await drawPreview(word, type, null)).toBeNull();
    expect(await drawPreview(word, type, '/bin/false')).toBeNull();
    expect(await drawPreview(word, type, '/no/such/program')).toBeNull();
  });

  it('is not there for what is broken, or is not what it says', async () => {
    expect(await drawPreview(file('b.pdf', '%PDF-1.7\nbroken'), 'application/pdf', null)).toBeNull();
    expect(await drawPreview(file('b.png', Buffer.alloc(100)), 'image/png', null)).toBeNull();
    expect(await drawPreview(file('c.mp4', ''), 'video/mp4', null)).toBeNull();
    const bomb = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"><rect width="9" height="9"/></svg>',
    );
    expect(await drawPreview(file('bomb.png', bomb), 'image/png', null)).toBeNull();
  });

  it('knows which types can be drawn', () => {
    expect(drawingOf('application/vnd.oasis.opendocument.text')).toBe('office');
    expect(drawingOf('image/svg+xml')).toBeNull();
    expect(drawingOf('text/html')).toBeNull();
  });
});
