import { verbs } from '#i18n/messages/verbs';
import { texts } from '../../i18n/texts';

export const verbTexts = texts('verbs', verbs);
