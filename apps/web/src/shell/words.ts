import { webShell } from '#i18n/messages/web-shell';
import { texts } from '../i18n/texts';

export const shellTexts = texts('shell', webShell);
