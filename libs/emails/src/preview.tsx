import type { Language } from '#i18n/language';
import { renderFilesNotice } from './files-notice.js';
import { renderInfectedDocument } from './infected-document.js';
import { type MeasureDueProps, type RenderedMail, renderMeasureDue } from './measure-due.js';
import { renderMeasureNotice } from './measure-notice.js';

/** Every mail with invented content, so that it can be looked at without a database. */
export const previews: Record<string, (language: Language) => Promise<RenderedMail>> = {
  'measure-due': (language) => renderMeasureDue({ ...measureDue[language], ...soon }, language),
  'measure-due-today': (language) => renderMeasureDue({ ...measureDue[language], ...today }, language),
  'measure-due-overdue': (language) => renderMeasureDue({ ...measureDue[language], ...overdue }, language),
  files: (language) =>
    renderFilesNotice(
      { recipient: measureDue[language].recipient, count: 2, on: '2026-11-20', link },
      language,
    ),
  'infected-document': (language) =>
    renderInfectedDocument({ ...measureDue[language], document: document[language] }, language),
  request: (language) =>
    renderMeasureNotice({ ...measureDue[language], kind: 'request', by: counterpart[language] }, language),
  mention: (language) =>
    renderMeasureNotice({ ...measureDue[language], kind: 'mention', by: colleague[language] }, language),
};

const document: Record<Language, string> = {
  'zh-Hant-HK': '法律服務合作安排',
  'zh-Hans-CN': '法律服务合作安排',
  en: 'Arrangement on co-operation in legal services',
};

const soon = { dueOn: '2026-12-01', today: '2026-11-20', workingDays: 7 };
const today = { dueOn: '2026-11-20', today: '2026-11-20', workingDays: 0 };
const overdue = { dueOn: '2026-11-17', today: '2026-11-20', workingDays: -3 };

const link = 'http://localhost:3000/measures/019a0000-0000-7000-8000-000000000302';

const measureDue: Record<Language, Omit<MeasureDueProps, 'dueOn' | 'today' | 'workingDays'>> = {
  'zh-Hant-HK': {
    recipient: '李卓然',
    meeting: '滬港合作會議第六次會議',
    measure: { number: '九.2', title: '法律專業人才交流與培訓', lang: 'zh-Hant-HK' },
    leadUnit: '律政司',
    inPlaceOf: null,
    link,
  },
  'zh-Hans-CN': {
    recipient: '周明远',
    meeting: '沪港合作会议第六次会议',
    measure: { number: '九.2', title: '法律專業人才交流與培訓', lang: 'zh-Hant-HK' },
    leadUnit: '上海市司法局',
    inPlaceOf: '周敏',
    link,
  },
  en: {
    recipient: 'Li Cheuk-yin',
    meeting: 'Sixth Plenary Session of the Hong Kong–Shanghai Co-operation Conference',
    measure: { number: '9.2', title: '法律專業人才交流與培訓', lang: 'zh-Hant-HK' },
    leadUnit: 'Department of Justice',
    inPlaceOf: null,
    link,
  },
};

const colleague: Record<Language, string> = {
  'zh-Hant-HK': '何俊賢',
  'zh-Hans-CN': '周明远',
  en: 'Ho Chun-yin',
};

const counterpart: Record<Language, string> = { 'zh-Hant-HK': '上海', 'zh-Hans-CN': '香港', en: 'Shanghai' };
