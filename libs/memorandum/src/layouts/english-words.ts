/** Words by which an English text is told to agree on something, as pieces to look for. */

const OPENING = 200;

const AGREED =
  /\b(?:areas?|fields?|themes?|measures?|agreed?|consensus|co-?operat\w{2,5}|understandings?|commitments?|initiatives?|as follows|the following)\b/i;

/** "…reached consensus on the following areas:" */
export function announces(tail: string): boolean {
  return /:\s?$/.test(tail) && AGREED.test(tail) && !SIGNS.test(tail);
}

const SAYS = /\b(?:said|says|today|yesterday)\b/i;
const SIGNS =
  /\b(?:signed|witnessed|inked)\b(?! (?:by|in|on|at)\b)|\b(?:was|were) signed\b|\b(?:will|to) (?:also )?(?:sign|witness)\b/i;

/** A paragraph that tells what happened; a measure says what is to be done. */
export function isTold(head: string): boolean {
  const opening = head.slice(0, OPENING);
  return SAYS.test(opening) || SIGNS.test(head);
}

const TO_DO =
  /^(?:to |the (?:two|both) \w+ to |continue to |further |jointly |actively |fully )*(?:accelerat|adopt|advanc|align|allow|appoint|arrang|assess|assist|bolster|broaden|build|carry|combat|commenc|complet|conclud|conduct|consider|continu|conven|co-?operat|co-?ordinat|co-?host|counter|creat|deepen|deliver|design|develop|direct|draw up|encourag|engag|enhanc|ensur|establish|exchang|expand|expedit|explor|extend|facilitat|financ|form|foster|fund|give|help|hold|host|identif|implement|improv|includ|increas|introduc|invest|invit|issu|join|jointly|keep|launch|leverag|link|maintain|make|map|modernis|moderniz|monitor|mutual|negotiat|offer|open|organis|organiz|pilot|plan|prepar|promot|protect|provid|publish|pursu|recognis|recogniz|reduc|regularis|regulariz|renew|report|review|run|set up|shar|simplif|speed up|sponsor|step up|strengthen|streamlin|stud|support|take|test|train|tackl|twin|undertak|update|upgrad|us|work)(?:e|es|y|ies|ise|ize)?\b/i;
const COMMITS =
  /\b(?:will|shall|agreed?|commit(?:s|ted|ment|ments|ting)?|undertakes?|undertook|pledged?|resolved?|decided|determined|determination|intends?|reaffirm(?:ed|s)?|affirm(?:ed|s)?|re-?commit(?:ted|s)?|directed|launch(?:ed|es)?|welcom(?:ed|e)|recogni[sz]ed?|acknowledged?|discussed|encourag(?:ed|es?)|support(?:ed|s)?|plans? to|working (?:with|to|together)|co-?operat(?:e|ion)|continu(?:e|es|ing) to)\b/i;

/** Whether a paragraph says what is to be done: an imperative, or what was agreed on. */
export function saysWhatToDo(head: string): boolean {
  return TO_DO.test(head.slice(0, OPENING)) || COMMITS.test(head);
}
