import type { Messages } from '../translate.js';

/** What a coordinator says of the own track as a whole, and who led it from when to when. */
const hant = {
  'leads.title': '歷任牽頭',
  'leads.now': '{{from}}起',
  'leads.until': '{{from}}至{{to}}',
  'leads.by': '由{{name}}交辦',
  'excuse.set': '說明毋須己方行動',
  'excuse.unset': '改為需要己方行動',
  'excuse.who': '雙方和觀察員即時看到<b>狀態和理由</b>；進行中的雙方確認提議會因此失效。',
  'excuse.done': '已說明，雙方可見。',
  unpublish: '收回已發布的單位',
  'unpublish.who': '收回後<b>對方不再看到</b>牽頭和協辦單位；曾經發布的紀錄會保留。',
  'unpublish.done': '已收回，只有己方看得見。',
};

export type TracksText = keyof typeof hant;

const hans: Record<TracksText, string> = {
  'leads.title': '历任牵头单位',
  'leads.now': '{{from}}起',
  'leads.until': '{{from}}至{{to}}',
  'leads.by': '由{{name}}交办',
  'excuse.set': '说明无需本方行动',
  'excuse.unset': '改为需要本方行动',
  'excuse.who': '双方和观察员立即看到<b>状态和理由</b>；正在进行的双方确认提议随之失效。',
  'excuse.done': '已说明，双方可见。',
  unpublish: '撤回已发布的单位',
  'unpublish.who': '撤回后<b>对方不再看到</b>牵头和配合单位；曾经发布的记录会保留。',
  'unpublish.done': '已撤回，只有本方能看到。',
};

const en: Record<TracksText, string> = {
  'leads.title': 'Leads over time',
  'leads.now': 'since {{from}}',
  'leads.until': '{{from}} to {{to}}',
  'leads.by': 'handed over by {{name}}',
  'excuse.set': 'Say that our side has nothing to do',
  'excuse.unset': 'Say that our side has something to do',
  'excuse.who':
    'Both sides and observers see <b>the status and the reason</b> at once. A proposal of completion that is waiting is voided.',
  'excuse.done': 'Said; both sides see it.',
  unpublish: 'Take back what was published',
  'unpublish.who':
    '<b>The other side no longer sees</b> lead and supporting units; that they were published stays in the record.',
  'unpublish.done': 'Taken back; only our side sees it.',
};

export const webTracks: Messages<TracksText> = { 'zh-Hant-HK': hant, 'zh-Hans-CN': hans, en };
