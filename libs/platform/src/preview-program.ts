import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { getDocumentProxy, renderPageAsImage } from 'unpdf';
import { type Drawing, type Drawn, previewLimits } from './preview.js';

/** Draws one file, and nothing else: `node preview-program.js image|pdf FILE FOLDER`. */
const [drawing, source = '', folder = ''] = process.argv.slice(2) as [Drawing, string, string];

sharp.concurrency(1);
const { pixels } = previewLimits;
/** A hundred million: an honest panorama; a bomb has more. */
const mostPixels = 100_000_000;

async function picture(content: Buffer | string, name: string): Promise<Drawn['pages'][number]> {
  const file = `${name}.webp`;
  // Upright by what the camera noted, of which nothing, the place least of all, goes into the picture.
  const { width, height } = await sharp(content, { limitInputPixels: mostPixels })
    .rotate()
    .resize({ width: pixels, height: pixels, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80 })
    .toFile(join(folder, file));
  return { file, width, height };
}

async function pdf(): Promise<Drawn> {
  const document = await getDocumentProxy(new Uint8Array(await readFile(source)), { verbosity: 0 });
  const pages: Drawn['pages'] = [];
  for (let number = 1; number <= Math.min(document.numPages, previewLimits.pages); number += 1) {
    const [left = 0, bottom = 0, right = 0, top = 0] = (await document.getPage(number)).view;
    const scale = Math.min(2, pixels / Math.max(right - left, top - bottom, 1));
    const image = await renderPageAsImage(document, number, {
      canvasImport: () => import('@napi-rs/canvas'),
      scale,
    });
    pages.push(await picture(Buffer.from(image), String(number)));
  }
  return { pageCount: document.numPages, pages };
}

const drawn = drawing === 'image' ? { pageCount: 1, pages: [await picture(source, '1')] } : await pdf();
await writeFile(join(folder, 'drawn.json'), JSON.stringify(drawn));
process.exit(0);
