import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One picture of a file: a page of a document, or the image itself, upright and without what a camera noted in it. */
export interface PreviewPage {
  /** WebP. */
  content: Buffer;
  width: number;
  height: number;
}

export interface Preview {
  pages: PreviewPage[];
  /** How many pages the file has; more than were drawn, perhaps. */
  pageCount: number;
}

/** Pages that are drawn of one document, and the longer side of a picture in pixels. */
export const previewLimits = { pages: 20, pixels: 1600, seconds: 120, megabytes: 1024 };

/** What a child process writes beside the pictures it draws. */
export interface Drawn {
  pageCount: number;
  pages: { file: string; width: number; height: number }[];
}

const images = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/tiff',
  'image/avif',
  'image/bmp',
];
const office =
  /^application\/(?:msword|rtf|vnd\.(?:ms-(?:excel|powerpoint)|openxmlformats-officedocument\.|oasis\.opendocument\.))/;

export type Drawing = 'image' | 'pdf' | 'office';

/** How a file of this type is drawn; null: it is shown as a plain card. */
export function drawingOf(mediaType: string): Drawing | null {
  if (images.includes(mediaType)) return 'image';
  if (mediaType === 'application/pdf') return 'pdf';
  return office.test(mediaType) ? 'office' : null;
}

/**
 * Draws a file, in a process of its own: what a stranger wrote may crash, hang or swallow memory, and takes nothing
 * with it.
 * @param path the file, which is only read
 * @param soffice LibreOffice's program, for Office files; null where the machine has none
 * @returns null where the file cannot be drawn, for whatever reason: then a plain card is all there is to show
 */
export async function drawPreview(
  path: string,
  mediaType: string,
  soffice: string | null,
): Promise<Preview | null> {
  const drawing = drawingOf(mediaType);
  if (!drawing || (drawing === 'office' && !soffice)) return null;
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-preview-'));
  try {
    const source = drawing === 'office' ? await toPdf(path, folder, soffice ?? '') : path;
    if (!source || !(await run(process.execPath, [...node(), drawing, source, folder], folder))) return null;
    const { pageCount, pages } = JSON.parse(await readFile(join(folder, 'drawn.json'), 'utf8')) as Drawn;
    const read = pages.map(async ({ file, width, height }) => ({
      ...{ content: await readFile(join(folder, file)), width, height },
    }));
    return { pageCount, pages: await Promise.all(read) };
  } catch {
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const program = fileURLToPath(new URL(`./preview-program${import.meta.url.slice(-3)}`, import.meta.url));
/** The child runs as this process does: from the sources in tests and development, from `dist` otherwise. */
const node = () => [
  ...(program.endsWith('.ts')
    ? ['--conditions=source', '--import', new URL('../../../bin/source.js', import.meta.url).href]
    : []),
  ...[`--max-old-space-size=${previewLimits.megabytes}`, program],
];

/** LibreOffice's program, where the machine has it. */
export async function officeProgram(path = process.env['PATH'] ?? ''): Promise<string | null> {
  for (const folder of path.split(delimiter).filter((each) => each !== ''))
    for (const name of ['soffice', 'libreoffice']) {
      const program = join(folder, name);
      if (
        await access(program, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return program;
    }
  return null;
}

async function toPdf(path: string, folder: string, soffice: string): Promise<string | null> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const convert = [
    '--headless',
    '--norestore',
    profile,
    '--convert-to',
    'pdf:writer_pdf_Export',
    '--outdir',
    folder,
  ];
  const source = join(folder, 'source');
  await copyFile(path, source);
  return (await run(soffice, [...convert, source], folder)) ? join(folder, 'source.pdf') : null;
}

/** Whether it ended well, in time; with no more of the environment than it needs. */
async function run(command: string, args: string[], home: string): Promise<boolean> {
  const child = spawn(command, args, {
    ...{ cwd: home, stdio: 'ignore', detached: process.platform !== 'win32' },
    env: { PATH: process.env['PATH'], HOME: home, TMPDIR: home, LANG: 'C.UTF-8' },
  });
  // People wait for pages of the register, not for pictures.
  if (child.pid !== undefined) setPriority(child.pid, 10);
  const late = setTimeout(() => end(child.pid), previewLimits.seconds * 1000);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    return code === 0;
  } finally {
    clearTimeout(late);
    end(child.pid);
  }
}

/** The whole group: LibreOffice's program starts another. */
function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
