import { webMeasure } from '#i18n/messages/web-measure';
import { texts } from '../../i18n/texts';

export const measureTexts = texts('measure', webMeasure);
