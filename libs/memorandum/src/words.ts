/** Words of memoranda in both scripts, as pieces of regular expressions. */

export const MEETING_WORD = '(?:[會会][議议晤]|論壇|论坛|[會会]商)';
export const MEMORANDUM_WORD =
  '(?:備忘錄|备忘录|合作[紀纪]要|[會会][議议][紀纪]要|框架[協协][議议]|合作[協协][議议]|合作安排|(?<=[關关][於于].{1,30}的)(?:安排|[協协][議议]|[協协]定|[計计][劃划]|[備备]忘[錄录]))';
export const HELD = '(?:舉行|举行|召開|召开)';

/** What two sides sign; a conversion of scripts makes 檔案 of 文件. */
export const DOCUMENT_WORD = '(?:文件|[檔档]案|[協协][議议]|安排|[備备]忘[錄录])';

/** Ends of the names of offices that a person holds. */
export const OFFICE =
  '(?:書記|书记|行政長官|行政长官|長官|长官|司長|司长|省長|省长|市長|市长|州長|州长|主席|主任|局長|局长|部長|部长|區長|区长|縣長|县长|廳長|厅长|署長|署长|秘書長|秘书长|總裁|总裁|院長|院长|校長|校长|處長|处长|總理|总理|特首|大使)';

/** Ends of the names of organisations. */
export const ORGANISATION =
  '(?:政府|辦公室|办公室|辦事處|办事处|委員會|委员会|[辦办局廳厅署部院處处]|中心|公司|協會|协会|大學|大学)';

const LABEL = /^附\s?[件錄录表]\s?[一二三四五六七八九十\d]{0,3}\s?(?:[:：].{0,60})?$/;

/** 附件, 附件二, 附件：… on a line of its own. */
export function isAnnexLabel(text: string): boolean {
  return text.length <= 72 && LABEL.test(text);
}

const CLOSING = new RegExp(
  [
    '^(?:本\\s?(?:合作|諒解|谅解)?(?:備忘錄|备忘录|協議|协议|安排|紀要|纪要|文本)|[（(]?完[）)]?$)',
    '^(?:This|The present) (?:Memorandum|MOU|Agreement|Arrangement|Document|Roadmap|Plan) (?:shall|will|may|is|sets? out|enters?|takes?|comes?|does|has)\\b',
    '^It may be (?:amended|terminated|extended|renewed)\\b',
  ].join('|'),
  'i',
);

/** A paragraph that speaks of the document itself, or the mark that it is over. */
export function isClosing(text: string): boolean {
  return CLOSING.test(text);
}

const ANNOUNCES_SIGNED =
  /[簽签][署訂订][^。；：:]{0,30}[:：]$|[簽签][署訂订约約][的之]?(?:合作)?(?:文件|[檔档]案|[協协][議议])(?:清[單单]|一[覽览])?(?:[（(][^（）()]{1,8}[）)])?$|\bsigned\b(?![^.;:]{0,60}\b(?:will|shall|agreed?)\s?:$)[^.;:]{0,60}:$/;

/** "會上簽署下列文件：", "簽署的合作文件（2份）", "the following documents were signed:": a list of documents follows. */
export function announcesSigned(text: string): boolean {
  return ANNOUNCES_SIGNED.test(text.trimEnd());
}
