import type { TableColumn } from '#contracts/draft';

/** Headings of columns in three languages, the surest names of each first. */
const NAMES: Record<TableColumn, RegExp[]> = {
  number: [
    /^(?:[項项]目|事[項项]|措施)?(?:序[號号]|[編编][號号]|[項项][次號号目]?[編编]?[號号]|[項项]次|no\.?|#|number|(?:item|ref)(?:no)?\.?)$/,
  ],
  area: [
    /^(?:合作|重[點点])?(?:[範范][疇畴圍围]|[領领]域)(?:名[稱称])?$/,
    /^(?:[類类][別别]|分[類类]|板[塊块]|主[題题]|areas?(?:ofcooperation)?|cooperationareas?|sector|category|theme|field)$/,
  ],
  measure: [
    /^(?:具[體体])?(?:合作|工作)?(?:措施|事[項项])(?:名[稱称])?$/,
    /^(?:measures?|agreedmeasures?|cooperationmeasures?|initiatives?|commitments?)$/,
    /^(?:具[體体]|主要)?(?:合作|工作|措施|事[項项])?(?:[內内]容|任[務务]|描述)$/,
    /^(?:合作|工作)?(?:[項项]目|[計计]劃|计划)(?:名[稱称])?$/,
    /^(?:items?|actions?|descriptions?|projects?|details?)$/,
  ],
  lead: [
    /^(?:主要)?(?:[牽牵][頭头]|[負负][責责]|[責责]任|主[責责辦办]|跟[進进])(?:[單单]位|部[門门]|机构|機構|政策局)?$/,
    /^(?:lead|leadunit|leadagency|leaddepartment|responsible\w*|owner|agency|department|bureau)$/,
  ],
  deadline: [
    /^(?:[預预][計计]|[計计][劃划]|目[標标])?(?:完成|落[實实])?(?:[時时][間间限]|日期|期限|[時时][間间]表|限期)$/,
    /^(?:deadline|due|duedate|target|targetdate|completiondate|timeline|timeframe|by)$/,
  ],
  party: [/^(?:一方|方|[負负][責责]方|[責责]任方|合作方|所[屬属]方|政府|party|side|government)$/],
  status: [/^(?:[狀状][態态]|[進进]展|[進进]度|最新[進进]展|落[實实]情[況况]|status|progress)(?:情[況况])?$/],
};
const RESPONSIBLE = '(?:[牽牵][頭头]|[負负][責责]|[責责]任|主[責责辦办]|跟[進进])';
const UNIT = '(?:[單单]位|部[門门]|机构|機構|政策局)';
/** Who is responsible on one side, by whatever place that is called: 港方牽頭, 粵方單位, 深圳責任部門, HK lead unit. */
const LEADS = [
  ...NAMES.lead,
  new RegExp(`^\\p{Script=Han}{1,8}方(?:主要)?${RESPONSIBLE}?${UNIT}?$`, 'u'),
  new RegExp(`^\\p{Script=Han}{2,8}${RESPONSIBLE}${UNIT}$`, 'u'),
  /^[a-z.]{0,24}(?:lead|responsible)(?:unit|agency|department|bureau|party|office|body|authority|organi[sz]ation)?(?:in[a-z]{2,20}|for[a-z]{2,20}|[–—-][a-z]{2,20})?$/,
];
/** A heading says what stands below it; it tells nothing. */
const LONGEST_HEADING = 40;

const bare = (heading: string): string =>
  heading
    .replace(/[（(][^（()）]*[）)]/g, '')
    .replace(/[\s_:：/／*]+/g, '')
    .toLowerCase();

/** A heading's name, and those of each language where it has two: "措施 Measure". */
function namesIn(heading: string): string[] {
  const whole = bare(heading);
  const [han, latin] = [whole.replace(/[a-z.#]+/g, ''), whole.replace(/\P{ASCII}+/gu, '')];
  return (han && latin ? [whole, han, latin] : [whole]).filter((name) => name !== '');
}

/** What the columns under these headings hold; of two that could hold the same the surer name has it. */
export function columnsOf(headings: readonly string[]): (TableColumn | null)[] {
  const found: (TableColumn | null)[] = headings.map(() => null);
  const names = headings.map((heading) => (heading.length <= LONGEST_HEADING ? namesIn(heading) : []));
  for (const [column, shapes] of Object.entries(NAMES) as [TableColumn, RegExp[]][]) {
    for (const shape of shapes) {
      const at = names.findIndex(
        (all, index) => found[index] === null && all.some((name) => shape.test(name)),
      );
      if (at === -1) continue;
      found[at] = column;
      break;
    }
  }
  // Each side may name its own.
  names.forEach((all, index) => {
    const leads = all.some((name) => LEADS.some((shape) => shape.test(name)));
    if (found[index] === null && leads) found[index] = 'lead';
  });
  return found;
}

/** Whether a row is the heading of a table of measures: it names these, and one column beside them. */
export function isHeader(cells: readonly string[]): boolean {
  const short = cells.filter((cell) => cell !== '' && cell.length <= LONGEST_HEADING);
  if (
    short.length < 2 ||
    !short.some((cell) => namesIn(cell).some((name) => NAMES.measure.some((shape) => shape.test(name))))
  )
    return false;
  const columns = columnsOf(cells);
  return columns.includes('measure') && columns.filter((column) => column !== null).length >= 2;
}
