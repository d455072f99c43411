import { type Found, foundIn } from './specimen-wordings.js';

/** Texts of this kind in other words and other shapes, as officials of places on no map would write them. */
const texts: [string, string[], Found][] = [
  [
    'an English release with dashes under (1)',
    [
      'Cangshan-Chishui Co-operation Joint Conference holds 24th Plenary',
      '*****************************************************************',
      '',
      '     The Chief Executive of Cangshan, Mr Lin Yifan, and the Governor of Chishui Province, Mr Zhou Zhiyuan, co-chaired the 24th Plenary of the Cangshan-Chishui Co-operation Joint Conference in Cangshan today (March 21). ',
      '',
      '     Both sides agreed to take forward co-operation in the following areas:',
      '',
      '(1) Financial services',
      '     - To expand the scope of eligible products under mutual market access.',
      '     - To set up a joint task force on green finance.',
      '',
      '(2) Innovation and technology',
      '     - To jointly fund research projects.',
      '     - To facilitate the cross-boundary flow of research data.',
      '',
      '(3) Youth development',
      '     - To offer 300 internship places a year.',
      '',
      '     After the meeting, the two sides signed three co-operation documents:',
      '',
      '     (a) Agreement on Innovation and Technology Co-operation between Cangshan and Chishui;',
      '     (b) Arrangement on Youth Exchange; and',
      '     (c) Memorandum of Understanding on Emergency Management.',
      '',
      'Ends/Friday, March 21, 2025',
      'Issued at HKT 18:30',
    ],
    {
      areas: [
        ['Financial services', ['To expand the ', 'To set up a jo']],
        ['Innovation and technology', ['To jointly fun', 'To facilitate ']],
        ['Youth development', ['To offer 300 i']],
      ],
      meeting: { ordinal: 24, date: '2025-03-21', place: 'Cangshan', sides: ['Cangshan', 'Chishui'] },
      heads: ['Lin Yifan', 'Zhou Zhiyuan'],
      documents: [
        'Agreement on Innovation and Technology Co-operation between Cangshan and Chishui',
        'Arrangement on Youth Exchange',
        'Memorandum of Understanding on Emergency Management',
      ],
      warnings: [],
    },
  ],
  [
    'an English memorandum in articles with a dash, 1.1 below them',
    [
      'MEMORANDUM OF UNDERSTANDING',
      'between the Government of Northmere and the Government of Southvale',
      'on the Twelfth Northmere-Southvale Joint Committee',
      '',
      'The Twelfth Northmere-Southvale Joint Committee was held in Northmere on 24/4/2025.',
      '',
      'Article 1 – Trade',
      '1.1 The two sides will hold a trade fair every year.',
      '1.2 The two sides will exchange customs data.',
      '',
      'Article 2 – Education',
      '2.1 The two sides will offer fifty scholarships.',
      "2.2 Universities will recognise each other's credits.",
      '',
      'Article 3 – Entry into force',
      '3.1 This Memorandum shall enter into force on signature.',
      '',
      'Signed in Northmere on April 24th, 2025.',
      '',
      'For the Government of Northmere        For the Government of Southvale',
      'Ada Fenn                                Peter Holt',
      'Minister of Trade                       Minister of Education',
    ],
    {
      areas: [
        ['Trade', ['The two sides ', 'The two sides ']],
        ['Education', ['The two sides ', 'Universities w']],
      ],
      meeting: {
        ordinal: 12,
        date: '2025-04-24',
        place: 'Northmere',
        sides: ['Government of Northmere', 'Government of Southvale'],
      },
      heads: [],
      documents: [
        'MEMORANDUM OF UNDERSTANDING between the Government of Northmere and the Government of Southvale on the Twelfth Northmere-Southvale Joint Committee',
      ],
      warnings: [],
    },
  ],
  [
    'an English list without areas',
    [
      'Joint Statement of the Fifth Meeting of the Northmere-Southvale Joint Committee',
      '',
      'The Government of Northmere and the Government of Southvale held the Fifth Meeting of the Northmere-Southvale Joint Committee in Northmere on 24 April 2025. The two sides agreed on the following measures:',
      '',
      '- To hold a trade fair every year.',
      '- To exchange customs data.',
      '- To offer fifty scholarships.',
      '- To train nurses together.',
    ],
    {
      areas: [
        [
          'The two sides agreed on the following measures',
          ['To hold a trad', 'To exchange cu', 'To offer fifty', 'To train nurse'],
        ],
      ],
      meeting: {
        ordinal: 5,
        date: '2025-04-24',
        place: 'Northmere',
        sides: ['Government of Northmere', 'Government of Southvale'],
      },
      heads: [],
      documents: [],
      warnings: ['areas_missing'],
    },
  ],
];

test.each(texts)('%s', (_, lines, found) => {
  expect(foundIn(lines)).toEqual(found);
});
