import { webEvidence } from '#i18n/messages/web-evidence';
import { texts } from '../i18n/texts';

export const evidenceTexts = texts('evidence', webEvidence);
