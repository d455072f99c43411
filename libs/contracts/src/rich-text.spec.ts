import fc from 'fast-check';
import { richText } from './rich-text.js';

describe('the formatting of what people write', () => {
  it('knows bold, links and lists, and leaves the rest as it stands', () => {
    expect(
      richText('已舉行**兩場**說明會，見[網頁](https://example.org/a?b=c)。\n第二行\n\n- 首場\n- 次場\n完'),
    ).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'text', text: '已舉行' },
            { kind: 'bold', text: '兩場' },
            { kind: 'text', text: '說明會，見' },
            { kind: 'link', text: '網頁', href: 'https://example.org/a?b=c' },
            { kind: 'text', text: '。' },
          ],
          [{ kind: 'text', text: '第二行' }],
        ],
      },
      { kind: 'list', lines: [[{ kind: 'text', text: '首場' }], [{ kind: 'text', text: '次場' }]] },
      { kind: 'paragraph', lines: [[{ kind: 'text', text: '完' }]] },
    ]);
    for (const text of ['a ** b', '**', '[x](javascript:alert(1))', '<b>x</b>', '-x', '[x](ftp://y)'])
      expect(richText(text)).toEqual([{ kind: 'paragraph', lines: [[{ kind: 'text', text }]] }]);
  });

  it('loses no letter and links to nothing but the web, whatever is written', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('**', '[', '](', 'https://a', ')', '\n', '- ', 'javascript:'),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
        (source) => {
          const all = richText(source).flatMap(({ lines }) => lines.flat());
          for (const inline of all) if (inline.kind === 'link') expect(inline.href).toMatch(/^https?:\/\//);
          const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
          const shown = all.map((one) => one.text + (one.kind === 'link' ? one.href : '')).join('');
          expect(letters(shown)).toBe(letters(source));
        },
      ),
    );
  });
});
