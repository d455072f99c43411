import type { Draft, Refusal } from '#contracts/draft';
import { saysWhatToDo } from '../../layouts/english-words.js';
import type { Sheet } from '../../sheet.js';

const GOVERNMENT =
  /\b(?:Governments?|President|Prime Minister|Ministers?|Ministry|Mayor|Governor|Chief Executive|Chief Secretary|Secretary (?:for|of)|Chancellor|Premier|Municipal|Provincial)\b/;
/** Who else concludes agreements, in articles like those of two governments. */
const PRIVATE =
  /\b(?:Ltd|Limited|Inc|LLC|GmbH|plc|PLC|Corporation|Supplier|Customer|Landlord|Tenant|Employer|Employee|Contractor|Licensee)\b/g;

/**
 * Whether two governments agreed on these, or one on its own plan. Headings with points under them are common in
 * English: each of these signs has to be there.
 */
export function englishEvidence({ source }: Sheet, { meeting, areas, signedDocuments }: Draft): Refusal[] {
  const measures = areas.flatMap((area) => area.measures);
  const speaking = measures.filter(({ text }) => saysWhatToDo(text)).length;
  const governed = GOVERNMENT.test(source) && (source.match(PRIVATE)?.length ?? 0) <= measures.length;
  return [
    { what: 'meeting_or_document', found: meeting.title !== null || signedDocuments.length > 0 },
    { what: 'two_sides', found: meeting.sides.length > 0 && governed },
    { what: 'words_of_cooperation', found: speaking >= measures.length * 0.5 },
  ];
}
