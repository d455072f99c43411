import { webImport } from '#i18n/messages/web-import';
import { webImportMoves } from '#i18n/messages/web-import-moves';
import { webReading } from '#i18n/messages/web-reading';
import { webSuggestions } from '#i18n/messages/web-suggestions';
import { texts } from '../../i18n/texts';

const page = <Language extends keyof typeof webImport>(language: Language) => ({
  ...webImport[language],
  ...webImportMoves[language],
});

export const importTexts = texts('import', {
  'zh-Hant-HK': page('zh-Hant-HK'),
  'zh-Hans-CN': page('zh-Hans-CN'),
  en: page('en'),
});
export const suggestionTexts = texts('suggestions', webSuggestions);
export const readingTexts = texts('reading', webReading);
