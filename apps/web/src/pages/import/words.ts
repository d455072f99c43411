import { webImport } from '#i18n/messages/web-import';
import { webImportMeeting } from '#i18n/messages/web-import-meeting';
import { webImportMoves } from '#i18n/messages/web-import-moves';
import { webImportReview } from '#i18n/messages/web-import-review';
import { webImportWarnings } from '#i18n/messages/web-import-warnings';
import { webReading } from '#i18n/messages/web-reading';
import { webSuggestions } from '#i18n/messages/web-suggestions';
import { texts } from '../../i18n/texts';

const page = <Language extends keyof typeof webImport>(language: Language) => ({
  ...webImport[language],
  ...webImportMeeting[language],
  ...webImportMoves[language],
  ...webImportReview[language],
  ...webImportWarnings[language],
});

export const importTexts = texts('import', {
  'zh-Hant-HK': page('zh-Hant-HK'),
  'zh-Hans-CN': page('zh-Hans-CN'),
  en: page('en'),
});
export const suggestionTexts = texts('suggestions', webSuggestions);
export const readingTexts = texts('reading', webReading);
