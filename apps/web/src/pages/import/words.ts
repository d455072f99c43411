import { webImport } from '#i18n/messages/web-import';
import { texts } from '../../i18n/texts';

export const importTexts = texts('import', webImport);
