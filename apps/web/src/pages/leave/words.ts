import { webLeave } from '#i18n/messages/web-leave';
import { texts } from '../../i18n/texts';

export const leaveTexts = texts('leave', webLeave);
