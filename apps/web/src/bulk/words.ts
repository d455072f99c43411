import { webBulk } from '#i18n/messages/web-bulk';
import { texts } from '../i18n/texts';

export const bulkTexts = texts('bulk', webBulk);
