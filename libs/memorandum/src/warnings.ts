import type { DraftWarning, DraftWarningCode, Range } from '#contracts/draft';

const MESSAGES: Record<DraftWarningCode, string> = {
  no_measures:
    'The text names {{areas}} areas and lists no measure under them: to adopt the meeting, import the text that does.',
  areas_missing: 'The text names no areas; the words that announce its list stand for one.',
  area_without_measure: 'Area {{area}} "{{title}}" has no measure.',
  heading_without_measure: 'Heading "{{title}}" in area {{area}} has no measure.',
  levels_mixed: 'In area {{area}} the same numbers stand before headings and before measures.',
  measure_without_number: 'A paragraph of area {{area}} has no number and was taken as a measure.',
  measure_without_text: 'Number {{number}} in area {{area}} has no text.',
  paragraph_without_number: 'A paragraph without a number was joined to measure {{area}}.{{measure}}.',
  numbering_jump: 'The numbering goes from {{from}} to {{to}} in {{place}}.',
  declared_differs: 'The text declares {{declared}} {{what}}; {{found}} were found.',
  mechanism_missing: 'No mechanism was found.',
  ordinal_missing: 'The text does not say which meeting of the mechanism it was.',
  date_missing: 'No date of the meeting was found.',
  date_relative:
    'The text says when the meeting was ("{{words}}") but not when it was published: the date is to be filled in.',
  date_partial: 'The text dates itself "{{words}}" and gives no day: the date is to be filled in.',
  place_missing: 'No place of the meeting was found.',
  sides_missing: 'The two sides were not found.',
  one_side: 'The text speaks for one side only: {{side}}.',
  translation_left_out:
    'The text stands there again in another script or language; the first version was read, the other left out.',
  text_left_out: 'Text that was not recognised was left out.',
};

/** Each apart, the names of its values at the odd places: of a bad text there are as many warnings as lines. */
const PIECES = Object.fromEntries(
  Object.entries(MESSAGES).map(([code, message]) => [code, message.split(/\{\{(\w+)\}\}/)]),
) as Record<DraftWarningCode, string[]>;

export function warning(
  code: DraftWarningCode,
  range: Range,
  params: DraftWarning['params'] = {},
): DraftWarning {
  let message = '';
  PIECES[code].forEach((piece, at) => (message += at % 2 === 1 ? String(params[piece]) : piece));
  return { code, message, params, range };
}
