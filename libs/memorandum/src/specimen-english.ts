/** A meeting of two places that are not on any map, to be laid out in every way that English texts come in. */
export const english = {
  title: 'Memorandum of the Twenty-first Session of the Marlow/Tessin Joint Committee',
  opening:
    'The Mayor of Marlow, Ms Ada Fenn, and the Governor of Tessin, Mr P. J. Holt, leading the delegations of the two governments, held the Twenty-first Session of the Marlow/Tessin Joint Committee in Port Tessin on 3 March 2032. They agreed on the following four areas of co-operation:',
  areas: [
    {
      title: 'Trade and Investment',
      measures: [
        'Exchange lists of fairs every March, e.g. those for food and textiles; No. 5 on the list of 2031 goes first.',
        'Marlow will open a desk for small firms from Tessin, i.e. those with fewer than fifty staff.',
      ],
    },
    { title: 'Harbours', measures: ['Train pilots of both ports together, at least ten a year.'] },
    {
      title: 'Schools',
      measures: [
        'Twin twelve schools, each of which sends a class abroad once in two years.',
        'Support a summer course on the U.S. market, led by Dr. Imre Vale.',
        'Both sides will publish the results of the reading test within a month.',
      ],
    },
    { title: 'Rivers and Lakes', measures: ['Share water levels hourly.', 'Study a common flood warning.'] },
  ],
};

export interface EnglishShape {
  area: (title: string, n: number) => string;
  measure: (text: string, n: number) => string;
  between?: string;
  /** Columns at which it is wrapped, and the white space before the lines after the first. */
  wrap?: number;
  hanging?: string;
}

/** The specimen as a text of a shape. */
export function setEnglish({ area, measure, between = '\n\n', wrap, hanging = '' }: EnglishShape): string {
  const fold = (text: string): string => (wrap ? foldAt(text, wrap, hanging) : text);
  const list = english.areas.flatMap(({ title, measures }, a) => [
    area(title, a + 1),
    ...measures.map((text, m) => fold(measure(text, m + 1))),
  ]);
  return [english.title, fold(english.opening), ...list].join(between);
}

function foldAt(text: string, width: number, hanging: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = hanging + word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}
