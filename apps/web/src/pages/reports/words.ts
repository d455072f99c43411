import { webRecords } from '#i18n/messages/web-records';
import { texts } from '../../i18n/texts';

export const recordTexts = texts('records', webRecords);
