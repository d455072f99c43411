import { webImport } from '#i18n/messages/web-import';
import { webReading } from '#i18n/messages/web-reading';
import { webSuggestions } from '#i18n/messages/web-suggestions';
import { texts } from '../../i18n/texts';

export const importTexts = texts('import', webImport);
export const suggestionTexts = texts('suggestions', webSuggestions);
export const readingTexts = texts('reading', webReading);
