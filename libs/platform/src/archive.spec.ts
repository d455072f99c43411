import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { unzip } from '#testing/unzip';
import { archive, type ArchiveEntry } from './archive.js';

const at = new Date('2026-11-21T01:00:00Z');
const of = (name: string, content: Buffer, bytes = content.length): ArchiveEntry => ({
  ...{ name, bytes },
  open: () => Promise.resolve(Readable.from([content])),
});

describe('an archive', () => {
  it('holds what was put in, and is as long as it says', async () => {
    const [one, other] = [randomBytes(100_000), Buffer.from('落實')];
    const { content, bytes } = archive([of('a.bin', one), of('備忘錄.txt', other)], at);
    const whole = await buffer(content);
    expect(whole.length).toBe(bytes);
    const files = unzip(whole);
    expect([...files.keys()]).toEqual(['a.bin', '備忘錄.txt']);
    expect(files.get('a.bin')?.equals(one)).toBe(true);
    expect(files.get('備忘錄.txt')?.equals(other)).toBe(true);
  });

  it.each([
    ['is gone', { ...of('b', Buffer.from('')), open: () => Promise.reject(new Error('gone')) }, 'gone'],
    ['is shorter than it was', of('b', Buffer.from('x'), 2), 'unexpected number of bytes'],
    [
      'breaks off',
      {
        ...of('b', Buffer.from('')),
        open: () =>
          Promise.resolve(
            Readable.from(
              (function* () {
                yield Buffer.from('x');
                throw new Error('broke');
              })(),
            ),
          ),
      },
      'broke',
    ],
  ])('ends with an error where a file of it %s', async (_, bad, words) => {
    const { content } = archive([of('a', Buffer.from('a')), bad, of('c', Buffer.from('c'))], at);
    await expect(buffer(content)).rejects.toThrow(words);
  });

  it('opens one file at a time, when its turn comes, and closes it where nobody reads on', async () => {
    const opened: Readable[] = [];
    const entries = Array.from({ length: 10 }, (_, each) => ({
      ...{ name: `${each}`, bytes: 1_000_000 },
      open: () => {
        const file = Readable.from(Array.from({ length: 100 }, () => Buffer.alloc(10_000)));
        opened.push(file);
        return Promise.resolve(file);
      },
    }));
    const { content } = archive(entries, at);
    let read = 0;
    for await (const chunk of content as AsyncIterable<Buffer>) {
      read += chunk.length;
      expect(opened.filter(({ readableEnded }) => !readableEnded).length).toBeLessThanOrEqual(1);
      if (read > 2_500_000) break;
    }
    await sleep(10);
    expect(opened.length).toBe(3);
    expect(opened.every(({ destroyed }) => destroyed)).toBe(true);
  });
});
