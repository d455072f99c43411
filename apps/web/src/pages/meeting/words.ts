import { webDocuments } from '#i18n/messages/web-documents';
import { webMeeting } from '#i18n/messages/web-meeting';
import { texts } from '../../i18n/texts';

export const meetingTexts = texts('meeting', webMeeting);
export const documentTexts = texts('documents', webDocuments);
