import fc from 'fast-check';
import { rangesOf } from './ranges.js';

describe('a Range header', () => {
  it.each([
    ['bytes=0-0', [[0, 0]]],
    ['bytes=0-', [[0, 99]]],
    ['bytes=90-500', [[90, 99]]],
    ['bytes=-1', [[99, 99]]],
    ['bytes=-500', [[0, 99]]],
    [
      'bytes= 50-59 , 0-9,-5',
      [
        [50, 59],
        [0, 9],
        [95, 99],
      ],
    ],
    ['BYTES=5-6, 100-', [[5, 6]]],
    ['bytes=100-', []],
    ['bytes=-0', []],
    ['bytes=9999999999999999-', []],
  ])('asks for parts: %s', (header, expected) => {
    expect(rangesOf(header, 100)?.map(({ start, end }) => [start, end])).toEqual(expected);
  });

  it.each([
    ...[undefined, '', 'bytes', 'bytes=', 'bytes=-', 'bytes=a-b', 'bytes=9-3', 'bytes=1-2,', 'lines=1-2'],
    ...['bytes=1-2 3-4', 'bytes=0x1-2', 'bytes=0-50,20-30', 'bytes=1-1,-99', 'bytes=99999999999999999-'],
    `bytes=${Array.from({ length: 21 }, (_, at) => `${at}-${at}`).join(',')}`,
  ])('is answered with the whole: %s', (header) => {
    expect(rangesOf(header, 100)).toBeNull();
  });

  it('never asks for more than there is, nor for the same twice', () => {
    const number = fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '-1', '1e3', ' '));
    const spec = fc.tuple(number, number).map((pair) => pair.join('-'));
    fc.assert(
      fc.property(fc.array(spec), fc.nat(200), (specs, size) => {
        const seen = new Set<number>();
        for (const { start, end } of rangesOf(`bytes=${specs.join()}`, size) ?? [])
          for (let at = start; at <= end; at += 1) {
            expect(at).toBeLessThan(size);
            expect(seen.has(at)).toBe(false);
            seen.add(at);
          }
      }),
    );
  });
});
