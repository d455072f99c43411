import { webDesk } from '#i18n/messages/web-desk';
import { webWork } from '#i18n/messages/web-work';
import { texts } from '../i18n/texts';

export const workTexts = texts('work', webWork);
export const deskTexts = texts('desk', webDesk);
