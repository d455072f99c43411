import { webActions } from '#i18n/messages/web-actions';
import { webMeasure } from '#i18n/messages/web-measure';
import { webTracks } from '#i18n/messages/web-tracks';
import { texts } from '../../i18n/texts';

export const measureTexts = texts('measure', webMeasure);
export const tracksTexts = texts('tracks', webTracks);
export const actionTexts = texts('actions', webActions);
