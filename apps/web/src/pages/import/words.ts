import { webImport } from '#i18n/messages/web-import';
import { webReading } from '#i18n/messages/web-reading';
import { texts } from '../../i18n/texts';

export const importTexts = texts('import', webImport);
export const readingTexts = texts('reading', webReading);
