import { webLineage } from '#i18n/messages/web-lineage';
import { texts } from '../../i18n/texts';

export const lineageTexts = texts('lineage', webLineage);
